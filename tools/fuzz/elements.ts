import type { Random } from '../../tests/mutants/random.ts'
import { escaped } from '../office/zip.ts'
import { textMutation, type Mutation } from './mutate.ts'
import { TOKENS } from './tokens.ts'

/** Numbers and names that attributes are not made for. */
const VALUES: readonly string[] = ['', '-1', '0', '1', '2', '7', '16384', '16385', '65536', '1048577', '2147483648', '99999999999', '1e9', 'NaN', 'A1', 'XFD1048576', 'A1:XFD1048576', 'B2:A1', 'A99999999999', 'restart', 'continue', '__proto__', 'constructor', 'true', 's', 'str', 'inlineStr', 'b', 'e', 'veryHidden', 'rId1', 'rId99', '../x.xml', 'http://x.invalid/']

const PIECE = /<[^<>]*>|[^<]+/g

/** Start and end of each element among the pieces of a markup. */
function elements(pieces: readonly string[]): readonly (readonly [number, number])[] {
  const open: number[] = []
  const found: (readonly [number, number])[] = []
  pieces.forEach((piece, at) => {
    if (!/^<[\w/]/.test(piece)) return
    if (piece.startsWith('</')) {
      const from = open.pop()
      if (from !== undefined) found.push([from, at])
    } else if (piece.endsWith('/>')) found.push([at, at])
    else open.push(at)
  })
  return found
}

/** Damages what markup says, not its form: whole elements lost, doubled, moved or unwrapped, attributes and texts changed. */
export const elementMutation: Mutation<string> = (text, random, other) => {
  const pieces = text.match(PIECE) ?? []
  const all = elements(pieces).filter(([from]) => !/^<(?:w:document|w:body|workbook|worksheet|sheetData)\b/.test(pieces[from] ?? '') || random.below(20) === 0)
  const element = random.pick(all)
  if (!element) return text
  const [from, to] = element
  const [target] = random.pick(all) ?? [from]
  const inside = pieces.slice(from, to + 1)
  const kind = random.below(9)
  if (kind === 0) pieces.splice(from, inside.length)
  else if (kind === 1) pieces.splice(to + 1, 0, ...inside.slice(0, 3000), ...(inside.length > 3000 ? [inside.at(-1) ?? ''] : []))
  else if (kind === 2) pieces.splice(target, 0, ...inside.slice(0, 3000))
  else if (kind === 3 && from !== to) {
    pieces.splice(to, 1)
    pieces.splice(from, 1)
  } else if (kind === 4 && from !== to) pieces.splice(from, inside.length, ...wrapped(inside, 1 + random.below(30)))
  else if (kind <= 6) pieces[from] = attributeChanged(pieces[from] ?? '', random)
  else textChanged(pieces, random, other)
  return pieces.join('').slice(0, 200_000)
}

/** An element in itself, again and again. */
function wrapped(inside: readonly string[], depth: number): readonly string[] {
  const [head = '', tail = ''] = [inside[0], inside.at(-1)]
  return [...Array.from({ length: depth }, () => head), ...inside, ...Array.from({ length: depth }, () => tail)]
}

function attributeChanged(tag: string, random: Random): string {
  const found = random.pick([...tag.matchAll(/(\s[\w:]+=)("[^"]*"|'[^']*')/g)])
  if (!found) return tag
  const value = random.below(4) === 0 ? escaped(random.pick(TOKENS) ?? '') : (random.pick(VALUES) ?? '')
  return `${tag.slice(0, found.index)}${random.below(6) === 0 ? '' : `${found[1] ?? ''}"${value}"`}${tag.slice(found.index + found[0].length)}`
}

function textChanged(pieces: string[], random: Random, other: () => string): void {
  const texts = pieces.flatMap((piece, at) => (piece.startsWith('<') ? [] : [at]))
  const at = random.pick(texts)
  if (at === undefined) return
  // Characters that XML cannot hold are a matter of the other mutations.
  const changed = textMutation()(pieces[at] ?? '', random, () => other().replace(/<[^>]*>/g, '').slice(0, 500))
  // eslint-disable-next-line no-control-regex
  pieces[at] = escaped(changed.slice(0, 5000)).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '?')
}
