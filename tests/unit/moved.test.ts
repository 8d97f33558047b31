import { describe, expect, it } from 'vitest'
import { mappedAt } from '../../src/source/mapped-text.ts'
import { distanceBetween, movedBy, TextMemory } from '../../src/source/moved.ts'

/** Two cells of a row, printed from `offset` on. */
const row = (offset: number, second = '12.00', apart = 10) => ({ ruled: false, cells: [mappedAt('合计', offset), mappedAt(second, offset + apart)] })

describe('parts of a text that move', () => {
  it('have moved where all of them stand as much further on, and nothing else is different', () => {
    expect(distanceBetween(row(100), row(100))).toBe(0)
    expect(distanceBetween(row(100), row(93))).toBe(-7)
    expect(distanceBetween(row(100), row(101, '13.00'))).toBeUndefined()
    expect(distanceBetween(row(100), row(101, '12.00', 11))).toBeUndefined()
    expect(distanceBetween(row(100), { ...row(100), ruled: true })).toBeUndefined()
    expect(distanceBetween(row(100), { ...row(100), headings: 1 })).toBeUndefined()
  })

  it('are moved as if they had been read there', () => {
    expect(movedBy(row(100), 5)).toEqual(row(105))
    expect(movedBy({ absent: new Set([1]), title: '表', none: undefined }, 5)).toEqual({ absent: new Set([1]), title: '表', none: undefined })
  })

  it('are not read again in the next version, but stand where they now do', () => {
    const memory = new TextMemory()
    const read: number[] = []
    const lint = (...rows: ReturnType<typeof row>[]) => {
      const made = rows.map((given, at) => memory.keep(`row ${at}`, given, ({ cells }) => {
        read.push(at)
        return { total: cells[1] }
      }))
      memory.turn()
      return made
    }
    expect(lint(row(0), row(50))).toEqual([{ total: mappedAt('12.00', 10) }, { total: mappedAt('12.00', 60) }])
    expect(lint(row(0, '112.00'), row(51))).toEqual([{ total: mappedAt('112.00', 10) }, { total: mappedAt('12.00', 61) }])
    expect(read).toEqual([0, 1, 0])
    lint(row(0, '112.00'))
    lint(row(0, '112.00'), row(51))
    expect(read).toEqual([0, 1, 0, 1])
  })
})
