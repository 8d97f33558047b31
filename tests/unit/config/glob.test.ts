import { describe, expect, it } from 'vitest'
import { matchesAddress, matchesFile } from '../../../src/config/glob.ts'
import { below, folderOf, normalPath, resolvePath } from '../../../src/config/paths.ts'

describe('matchesFile', () => {
  it.each([
    ['*.json', 'a/b/x.json', true],
    ['*.json', 'a/b.json/x.txt', false],
    ['a/*.json', 'a/x.json', true],
    ['a/*.json', 'a/b/x.json', false],
    ['./a/**', 'a/b/c', true],
    ['**/x.json', 'x.json', true],
    ['a/**/x.json', 'a/x.json', true],
    ['a/**/**/x.json', 'a/b/c/d/x.json', true],
    ['{预算,决算}/*公开*.{txt,json}', '决算/某公开表.json', true],
    ['{预算,决算}/*', '绩效/x', false],
    ['20??.txt', '2026.txt', true],
    ['20??.txt', '202.txt', false],
    ['a[1].txt', 'a[1].txt', true],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(matchesFile(glob, path)).toBe(expected)
  })

  it('ends on hostile patterns', () => {
    expect(matchesFile(`${'**/'.repeat(200)}x`, `${'a/'.repeat(200)}y`)).toBe(false)
    expect(matchesFile('*a'.repeat(50) + 'b', 'a'.repeat(5000))).toBe(false)
    expect(matchesFile('{a,b}'.repeat(40), 'c')).toBe(false)
  })
})

describe('matchesAddress', () => {
  it.each([
    ['项目', '项目/某项目/年度资金总额', true],
    ['项目/某项目', '项目/某项目', true],
    ['项目/某项目', '项目/某项目#2', false],
    ['项目/某项目*', '项目/某项目#2/资金', true],
    ['**/合计', '收支总表/支出/合计', true],
    ['收支总表/支出/*/合计', '收支总表/支出/合计', false],
  ])('%s on %s: %s', (pattern, address, expected) => {
    expect(matchesAddress(pattern, address)).toBe(expected)
  })
})

describe('paths', () => {
  it('are resolved without a file system', () => {
    expect([normalPath('a/./b/../c/'), normalPath('../a/../../b'), normalPath('C:\\a\\..\\b'), normalPath('/../a'), normalPath('')]).toEqual(['a/c', '../../b', 'C:/b', '/a', '.'])
    expect([resolvePath('/w/x', '../y'), resolvePath('/w', '/z'), resolvePath('.', 'a'), resolvePath('/', 'a')]).toEqual(['/w/y', '/z', 'a', '/a'])
    expect([folderOf('/w/a'), folderOf('/a'), folderOf('/'), folderOf('a'), folderOf('C:/a')]).toEqual(['/w', '/', '/', '.', 'C:/'])
    expect([below('/w', '/w/a/b'), below('/w', '/wx/a'), below('.', 'a/b'), below('/', '/a'), below('.', '/a')]).toEqual(['a/b', undefined, 'a/b', 'a', undefined])
  })
})
