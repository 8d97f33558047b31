import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/readers/text/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { decodeText } from '../../src/source/decode.ts'
import { textLocator } from '../../src/source/text-locator.ts'
import { vocabulary } from '../unit/recognise-helpers.ts'

const shared = process.env['DISCLINT_SHARED'] ?? new URL('../../../shared', import.meta.url).pathname
const seed = join(shared, 'seed/education-office-2026.txt')

describe.skipIf(!existsSync(seed))('the seed disclosure (corpus not checked where shared data is absent)', () => {
  const { text } = existsSync(seed) ? decodeText(readFileSync(seed)) : { text: '' }
  const { disclosure, map, recognition } = recognise([readText(text, 'seed.txt', 'x')], vocabulary)

  it('is known for what it is', () => {
    expect(disclosure).toMatchObject({ kind: 'budget', fiscalYear: 2026, extent: 'whole', entity: { level: 'unit' } })
    expect(disclosure.toc).toHaveLength(33)
    expect(disclosure.marks).toHaveLength(8)
  })

  it('has every table, each with a role', () => {
    expect(disclosure.tables).toHaveLength(13)
    expect(disclosure.tables.filter((table) => table.role === 'unknown')).toEqual([])
    expect(disclosure.tables.every((table) => table.unit === '万元' && table.title !== '')).toBe(true)
  })

  it('has every sheet with both columns of funds, goals and indicators', () => {
    expect(disclosure.projects).toHaveLength(34)
    for (const project of disclosure.projects) {
      expect(project.name).not.toBe('')
      expect(project.fiscalYear).toBe('2026年度')
      expect(Object.keys(project.funds.total).sort(), project.name).toEqual(['annual', 'period'])
      expect(project.funds.sources.length, project.name).toBe(5)
      expect(Object.keys(project.goals).sort(), project.name).toEqual(['annual', 'period'])
      expect(project.indicators.length, project.name).toBeGreaterThanOrEqual(8)
      expect(project.signoff?.filledAt, project.name).toMatch(/^\d{14}$/)
    }
  })

  it('has the overall form and the sections', () => {
    expect(disclosure.overall?.staffing).toHaveLength(2)
    expect(disclosure.overall?.tasks).toHaveLength(4)
    expect(disclosure.overall?.indicators.length).toBeGreaterThan(15)
    expect(disclosure.sections).toHaveLength(4)
    expect(disclosure.sections[2]?.sections).toHaveLength(12)
  })

  it('drops nothing and doubts at most five in a hundred rows', () => {
    expect(disclosure.extra).toEqual([])
    expect(recognition.doubtful / recognition.rows).toBeLessThanOrEqual(0.05)
  })

  it('knows the exact place of every figure in its tables', () => {
    const locator = textLocator(map, text)
    const lines = text.split('\n')
    disclosure.tables.forEach((table, t) => {
      table.lanes.forEach((lane, l) => {
        lane.rows.forEach((row, r) => {
          for (const [key, value] of Object.entries(row.cells)) {
            if (value === '') continue
            const place = locator.locate({ pointer: `/tables/${t}/lanes/${l}/rows/${r}/cells/${key}` })
            if (place?.kind !== 'text') throw new Error('no place')
            expect(lines[place.line - 1]?.slice(place.column - 1, place.endColumn - 1)).toBe(value)
          }
        })
      })
    })
  })
})

const restated = join(shared, 'corpus/restated')
const files = existsSync(restated) ? ['18', '32', '36', '46'] : []

describe.skipIf(files.length === 0)('restated openings', () => {
  it.each(files)('%s.txt: its little table is a table with a unit, its prose a section', (name) => {
    const { text } = decodeText(readFileSync(join(restated, `${name}.txt`)))
    const { disclosure } = recognise([readText(text, name, 'x')], vocabulary)
    expect(disclosure.tables).toHaveLength(1)
    expect(disclosure.tables[0]?.unit).toMatch(/^(?:万元|亿元)$/)
    expect(disclosure.sections[0]).toMatchObject({ heading: '' })
    expect(disclosure.extent).toBe('excerpt')
  })
})
