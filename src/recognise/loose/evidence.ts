import type { Block } from '../../readers/block.ts'
import { foldText } from '../label.ts'
import { figureValue, lastPlace } from './figures.ts'
import type { Evidence } from './settle.ts'

/** A figure in a text, and the words right before it. */
interface Said {
  readonly words: string
  readonly value: bigint
  readonly place: bigint
  readonly factor?: bigint
}

const FACTORS: Readonly<Record<string, bigint>> = { 元: 1n, 千元: 1_000n, 万元: 10_000n, 亿元: 100_000_000n }
const SAID = /([\u4e00-\u9fff()、]{2,30})[^\d\u4e00-\u9fff]{0,2}(\d[\d,]*(?:\.\d{1,4})?)(亿元|万元|千元|元)?(?![\d.%])/gu
/** What may stand between a name and its figure: 预算为, 决算数. */
const MOST_BETWEEN = 5

/** What a document says of amounts, read when a table first asks for it; `unit` is that of the table. */
export function evidenceOf(blocks: readonly Block[]): (unit: string | undefined) => Evidence {
  let read: readonly Said[] | undefined
  return (unit) => (names, value, place, rivals = []) => {
    read ??= blocks.flatMap(textsOf).flatMap(saidIn)
    const own = FACTORS[foldText(unit ?? '')] ?? 1n
    return read.some((said) => {
      const factor = said.factor ?? own
      const distance = said.value * factor - value * own
      const near = said.place * factor > place * own ? said.place * factor : place * own
      return (distance === 0n || (distance < near && -distance < near)) && names.some((name) => isNamed(said.words, name, rivals))
    })
  }
}

function isNamed(words: string, name: string, rivals: readonly string[]): boolean {
  const at = words.lastIndexOf(name)
  const before = words.slice(0, at + name.length)
  return at >= 0 && words.length - before.length <= MOST_BETWEEN && !rivals.some((rival) => rival.length > name.length && before.endsWith(rival))
}

function textsOf(block: Block): readonly string[] {
  return block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text }) => text.text).join(' ')) : [block.text.text]
}

function saidIn(text: string): readonly Said[] {
  return [...foldText(text).matchAll(SAID)].flatMap(([, words = '', figure = '', unit]): Said[] => {
    const value = figureValue(figure)
    const factor = unit === undefined ? undefined : FACTORS[unit]
    return value === undefined ? [] : [{ words: words.replace(/[()]/g, ''), value, place: lastPlace(figure), ...(factor !== undefined && { factor }) }]
  })
}
