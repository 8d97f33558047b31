import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../../src/source/yaml.ts'

function parsed(text: string) {
  const result = parseYaml(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

function problems(text: string) {
  const result = parseYaml(text)
  return result.ok ? [] : result.problems
}

describe('parseYaml', () => {
  it('gives value and places of values and keys', () => {
    const yaml = parsed('id: a/b\nfor:\n  each: 表\n  where: {名: [甲, 乙]}\n')
    expect(yaml.value).toEqual({ id: 'a/b', for: { each: '表', where: { 名: ['甲', '乙'] } } })
    expect(yaml.locate(['for', 'where', '名', 1])).toEqual({ kind: 'text', line: 4, column: 18, endLine: 4, endColumn: 19 })
    expect(yaml.locate(['for', 'where', '名', '0'])).toMatchObject({ line: 4, column: 15 })
    expect(yaml.locateKey(['for', 'each'])).toMatchObject({ line: 3, column: 3, endColumn: 7 })
  })

  it('points at the nearest ancestor for what is not there, and says so', () => {
    const yaml = parsed('a: 1\nfor:\n  each: 表\n')
    expect(yaml.locate(['for', 'as', 'x'])).toMatchObject({ line: 2, column: 1, approximate: true })
    expect(yaml.locate(['zzz'])).toMatchObject({ line: 1, column: 1, approximate: true })
  })

  it('finds numeric keys and places in CRLF texts', () => {
    const yaml = parsed('2050201: 学前\r\n208: 保障\r\n')
    expect(yaml.locate(['208'])).toMatchObject({ line: 2, column: 6 })
  })

  it('reports keys that are no text', () => {
    expect(problems('a: 1\n{b: c}: 2\n? [d]\n: 3\n')).toMatchObject([{ code: 'yaml-syntax', place: { line: 2, column: 1 }, message: { zh: 'YAML 写法有误：键应为文字' } }, { place: { line: 3, column: 3 } }])
  })

  it('reports duplicate keys at the second one', () => {
    expect(problems('a: 1\nb: 2\na: 3\n')).toMatchObject([{ code: 'duplicate-key', place: { line: 3, column: 1 }, message: { en: 'YAML: the key "a" is given twice, first on line 1' } }])
    expect(problems('x: {1: a, "1": b}\ny: {k: 1}\nz: {k: 1}\n')).toMatchObject([{ code: 'duplicate-key', place: { line: 1, column: 11 } }])
  })

  it.each([
    ['a: [1, 2\nb: 3', 'yaml-syntax'],
    ['a: "x', 'yaml-syntax'],
    ['a: 1\n---\nb: 2', 'yaml-syntax'],
    ['a: *none', 'yaml-syntax'],
    ['\ta: 1', 'yaml-syntax'],
    ['a: !wat x', 'yaml-syntax'],
  ])('says in Chinese what is wrong with %j', (text, code) => {
    const [first] = problems(text)
    expect(first?.code).toBe(code)
    expect(first?.place?.kind).toBe('text')
    expect(first?.message.zh).toMatch(/^YAML 写法有误：[^a-zA-Z]+$/)
  })

  it('reads maps of very many keys', () => {
    expect(problems(Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n') + '\nk7: 2\n')).toHaveLength(1)
  })

  it('survives hostile nesting and alias bombs', () => {
    expect(problems('['.repeat(100_000))[0]?.code).toMatch(/^yaml-/)
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].join('\n')
    expect(problems(bomb)[0]?.code).toBe('yaml-alias')
  })
})
