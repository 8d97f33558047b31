import { describe, expect, it } from 'vitest'
import { nearestName } from '../../../src/source/nearest.ts'

describe('nearestName', () => {
  const known = ['fiscalYear', 'entity', 'tables', 'title', 'unit', 'warning', '收支总表', '收入总表']
  it.each([
    ['fiscalyear', 'fiscalYear'],
    ['fisaclYear', 'fiscalYear'],
    ['entitiy', 'entity'],
    ['tabels', 'tables'],
    ['warn', 'warning'],
    ['收支总表格', '收支总表'],
    ['tables', 'tables'],
  ])('%s → %s', (name, expected) => {
    expect(nearestName(name, known)).toBe(expected)
  })

  it.each(['xyz', 'q', '', '备注', 'completelyDifferent', 'a'.repeat(100_000)])('has none for %.10s', (name) => {
    expect(nearestName(name, known)).toBeUndefined()
  })
})
