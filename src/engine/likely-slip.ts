import type { Ref } from '../core/ref.ts'
import { slipOf, tellingFigures } from '../facts/amounts/index.ts'
import type { Item, Model } from '../facts/item.ts'
import { once } from '../facts/once.ts'
import type { Quantity } from '../facts/quantity.ts'
import { fill } from '../ruleset/wording.ts'
import type { Draft } from './draft.ts'
import { quantityKey } from './keys.ts'
import type { EngineOptions } from './options.ts'
import { documentOf } from './related.ts'
import type { Figure, Relation } from './relation.ts'
import { requiredValue } from './required-value.ts'

/** A well-known mistake that explains a contradiction: its wording, the name that goes into it, and whose mistake it is. */
interface LikelySlip {
  readonly kind: string
  readonly name?: string
  readonly of?: Figure
}

/** The figures of all tables: by place, by row, by value; each index is made when first asked for. */
interface Cells {
  readonly at: () => ReadonlyMap<string, Item>
  readonly inRow: () => ReadonlyMap<string, readonly Item[]>
  readonly printing: () => ReadonlyMap<string, readonly Item[]>
}

/** Digits a figure must have for being printed elsewhere too to mean something. */
const TELLING_DIGITS = 3

/**
 * Adds to the messages of contradictions what mistake would explain them (DESIGN §4): a unit, a decimal point, a sign, two digits
 * exchanged, the figure of a neighbouring row or column (of last year, of the parent). A rule's own `diagnose` comes first; where
 * more than one figure of a sum could be it, none is named.
 */
export function nameSlips(drafts: readonly Draft[], model: Model, options: EngineOptions): Draft[] {
  const cells = once(() => cellsOf(model))
  return drafts.map((draft) => {
    const { verdict, causeId } = draft.finding
    const slip = (verdict === 'impossible' || verdict === 'implausible') && causeId === undefined ? slipIn(draft, cells) : undefined
    return slip ? told(draft, slip, options) : draft
  })
}

function slipIn({ claim, relations }: Draft, cells: () => Cells): LikelySlip | undefined {
  if (claim) return slipBetween(claim.figure.quantity, claim.value) ?? (CELL.test(claim.figure.ref.pointer) ? neighbour(claim.figure.quantity, claim.figure.ref, cells) : besideRight(claim.figure.quantity, claim.value, cells))
  const [judged, ...more] = relations
  // Of several readings the first is the one that is told.
  const relation = judged?.kind === 'any' ? judged.relations[0] : judged
  if (!relation || more.length > 0) return undefined
  const { figures } = relation
  const [first, second, third] = figures
  if (first && second && !third) return slipOfPair(relation, first, second, cells)
  const named = figures.flatMap((figure): LikelySlip[] => {
    const right = requiredValue(relation, figure.key)
    const slip = right && slipBetween(figure.quantity, right)
    // Of many parts one of few digits becomes right by mere chance, by an exchange of two of them above all.
    if (tellingFigures(figure.quantity) < TELLING_DIGITS + (slip?.kind === 'transposed-digits' ? 1 : 0)) return []
    return slip ? [{ ...slip, of: figure }] : []
  })
  return named.length === 1 ? named[0] : undefined
}

/** Two printings of one figure: which of them is wrong is not known, unless one of them is what a neighbour of the other prints. */
function slipOfPair(relation: Relation, first: Figure, second: Figure, cells: () => Cells): LikelySlip | undefined {
  const right = requiredValue(relation, first.key)
  const between = right && slipBetween(first.quantity, right)
  // Words for more and less are ±1: there is no sign to get wrong.
  if (between && (between.kind !== 'sign' || tellingFigures(first.quantity) > 1)) return between
  const taken = [neighbour(first.quantity, second.ref, cells), neighbour(second.quantity, first.ref, cells)].flatMap((slip) => slip ?? [])
  return taken.length === 1 ? taken[0] : undefined
}

function slipBetween(printed: Quantity, right: Quantity): LikelySlip | undefined {
  const kind = slipOf(printed, right)
  return kind && { kind }
}

const CELL = /^(\/tables\/\d+\/lanes\/\d+\/rows\/)(\d+)\/cells\/(.*)$/u

/** A text has a wrong figure: a neighbour of the cell that prints the right one may print it. */
function besideRight(wrong: Quantity, right: Quantity, cells: () => Cells): LikelySlip | undefined {
  const beside = (cells().printing().get(quantityKey(right)) ?? []).flatMap((item) => neighbour(wrong, item.ref, cells) ?? [])
  const [first] = beside
  return first && beside.every(({ kind, name }) => kind === first.kind && name === first.name) ? first : undefined
}

/** The cell in the row of `at`, or above or below it, that prints `quantity`. */
function neighbour(quantity: Quantity, at: Ref, cells: () => Cells): LikelySlip | undefined {
  const [, rows = '', row = '', column = ''] = CELL.exec(at.pointer) ?? []
  if (column === '' || documentOf(at) !== undefined || tellingFigures(quantity) < TELLING_DIGITS) return undefined
  const wanted = quantityKey(quantity)
  const beside = (cells().inRow().get(`${rows}${row}`) ?? []).filter((item) => item.ref.pointer !== at.pointer && valueKey(item) === wanted)
  const [first] = beside
  if (first) return beside.length === 1 ? { kind: 'neighbour-column', name: textOf(first, 'column') } : undefined
  const near = [-1, 1].flatMap((step) => cells().at().get(`${rows}${String(Number(row) + step)}/cells/${column}`) ?? []).filter((item) => valueKey(item) === wanted)
  const [above, below] = near
  return above && !below ? { kind: 'neighbour-row', name: textOf(above, 'row') } : undefined
}

function cellsOf(model: Model): Cells {
  const items = model.items('cell')
  const groups = (keyOf: (item: Item) => string | undefined): ReadonlyMap<string, readonly Item[]> => {
    const found = new Map<string, Item[]>()
    for (const item of items) {
      const key = keyOf(item)
      const known = key === undefined ? undefined : found.get(key)
      if (known) known.push(item)
      else if (key !== undefined) found.set(key, [item])
    }
    return found
  }
  const rowOf = (item: Item): string => item.ref.pointer.slice(0, item.ref.pointer.lastIndexOf('/cells/'))
  return { at: once(() => new Map(items.map((item) => [item.ref.pointer, item]))), inRow: once(() => groups(rowOf)), printing: once(() => groups(valueKey)) }
}

function valueKey(item: Item): string | undefined {
  const value = item.get('value')
  return value.type === 'quantity' ? quantityKey(value.quantity) : undefined
}

function textOf(item: Item, attribute: 'row' | 'column'): string {
  const value = item.get(attribute)
  return value.type === 'text' ? value.text : item.text
}

function told(draft: Draft, { kind, name = '', of }: LikelySlip, { language, wording, describe }: EngineOptions): Draft {
  const says = wording.slips[kind]
  if (!says) return draft
  const slip = fill(says[language], { name })
  const cause = of ? fill(wording.slipOf[language], { figure: nameOf(of, describe), slip }) : slip
  return { ...draft, finding: { ...draft.finding, message: fill(wording.withCause[language], { message: draft.finding.message, cause }) } }
}

/** A cell by its row and column; a figure of a text as printed. */
function nameOf({ ref, text }: Figure, describe: EngineOptions['describe']): string {
  return CELL.test(ref.pointer) ? describe.label(ref).split(' › ').slice(-2).join(' ') : text
}
