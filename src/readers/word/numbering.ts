import { attribute, childAt, childrenNamed, type XmlElement } from '../ooxml/xml.ts'
import { writtenNumber } from '../number-format.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** With %1 … %9 for the numbers of the levels. */
  readonly text: string
  readonly suffix: string
  /** Level after which it starts again; 0 never. */
  readonly restart: number | undefined
  /** All numbers in figures. */
  readonly legal: boolean
  /** Paragraph style that is of this level. */
  readonly style: string | undefined
}

interface List {
  readonly id: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

/** Counts automatically numbered paragraphs and writes the number each shows. Paragraphs must come in document order. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()

  constructor(root: XmlElement | undefined) {
    this.#lists = readLists(root)
  }

  /** The level of a list that a style is tied to. */
  levelOf(numId: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined
    return [...(this.#lists.get(numId)?.levels ?? [])].find(([, level]) => level.style === style)?.[0]
  }

  /** The number before a paragraph of list `numId`, as printed; '' for bullets and lists that do not exist. */
  next(numId: string, ilvl: number): string {
    const list = this.#lists.get(numId)
    const level = list?.levels.get(ilvl)
    if (list === undefined || level === undefined) return ''
    const counters = this.#counters.get(list.id) ?? []
    this.#counters.set(list.id, counters)
    const key = `${numId} ${ilvl}`
    const forced = this.#started.has(key) ? undefined : list.starts.get(ilvl)
    this.#started.add(key)
    counters[ilvl] = forced ?? (counters[ilvl] === undefined ? level.start : counters[ilvl] + 1)
    for (let below = ilvl + 1; below < Math.max(counters.length, ilvl + 1); below += 1) {
      const restart = list.levels.get(below)?.restart
      if (restart !== 0 && (restart === undefined || ilvl < restart)) counters[below] = undefined
    }
    if (level.format === 'bullet' || level.format === 'none') return ''
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const own = list.levels.get(at)
      const value = counters[at] ?? own?.start ?? 1
      return writtenNumber(value, level.legal && at < ilvl ? 'decimal' : (own?.format ?? 'decimal'))
    })
    return shown === '' ? '' : `${shown}${level.suffix === 'nothing' || /[、，.．）)：:]$/.test(shown) ? '' : ' '}`
  }
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(childrenNamed(root, 'w:abstractNum').map((element) => [attribute(element, 'w:abstractNumId') ?? '', readLevels(element)]))
  const links = new Map(childrenNamed(root, 'w:abstractNum').flatMap((element) => {
    const style = attribute(childAt(element, 'w:styleLink'), 'w:val')
    return style === undefined ? [] : [[style, attribute(element, 'w:abstractNumId') ?? ''] as const]
  }))
  const linked = new Map(childrenNamed(root, 'w:abstractNum').flatMap((element) => {
    const style = attribute(childAt(element, 'w:numStyleLink'), 'w:val')
    const target = style === undefined ? undefined : links.get(style)
    return target === undefined ? [] : [[attribute(element, 'w:abstractNumId') ?? '', target] as const]
  }))
  return new Map(childrenNamed(root, 'w:num').map((num) => {
    const named = attribute(childAt(num, 'w:abstractNumId'), 'w:val') ?? ''
    const id = linked.get(named) ?? named
    const overrides = childrenNamed(num, 'w:lvlOverride')
    const at = (element: XmlElement): number => Number(attribute(element, 'w:ilvl') ?? 0)
    const starts = overrides.flatMap((element) => {
      const start = attribute(childAt(element, 'w:startOverride'), 'w:val')
      return start === undefined ? [] : [[at(element), Number(start)] as const]
    })
    const levels = new Map([...(abstracts.get(id) ?? []), ...overrides.flatMap((element) => [...readLevels(element)])])
    return [attribute(num, 'w:numId') ?? '', { id, levels, starts: new Map(starts) }]
  }))
}

function readLevels(element: XmlElement): ReadonlyMap<number, Level> {
  const value = (level: XmlElement, name: string): string | undefined => attribute(childAt(level, name), 'w:val')
  return new Map(childrenNamed(element, 'w:lvl').map((level) => {
    const restart = value(level, 'w:lvlRestart')
    return [
      Number(attribute(level, 'w:ilvl') ?? 0),
      {
        start: Number(value(level, 'w:start') ?? 0),
        format: value(level, 'w:numFmt') ?? attribute(childAt(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt'), 'w:val') ?? 'decimal',
        text: value(level, 'w:lvlText') ?? '',
        suffix: value(level, 'w:suff') ?? 'tab',
        restart: restart === undefined ? undefined : Number(restart),
        legal: childAt(level, 'w:isLgl') !== undefined,
        style: value(level, 'w:pStyle'),
      },
    ]
  }))
}
