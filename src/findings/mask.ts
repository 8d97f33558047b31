import type { Mask } from './raw-finding.ts'

const STAR = '*'

/** How many characters stay readable at the start and at the end, enough to find the place and no more. */
const KEPT: Readonly<Record<Mask, readonly [start: number, end: number]>> = {
  phone: [3, 2],
  id: [3, 2],
  account: [0, 4],
  name: [1, 0],
}

/** `text` with its middle starred out. At least half of it is always hidden, whatever its length. */
export function maskText(text: string, mask: Mask): string {
  const characters = [...text]
  const [start, end] = KEPT[mask]
  const visible = start + end
  const most = Math.floor(characters.length / 2)
  const from = visible <= most ? start : Math.min(start, most)
  const to = visible <= most ? end : 0
  return characters.map((character, index) => (index < from || index >= characters.length - to ? character : STAR)).join('')
}
