import { strToU8, zipSync, type Zippable } from 'fflate'

/** The earliest date a zip can hold: the same report gives the same bytes on any day. */
const DATE = new Date(1980, 0, 1)

/** Parts of an office file as its zip, in the order given. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]): [string, Zippable[string]] => [name, [typeof content === 'string' ? strToU8(content) : content, { mtime: DATE, level: 6 }]])
  return zipSync(Object.fromEntries(entries))
}
