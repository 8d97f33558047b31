import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const TEXT = `2027年示例市水务局部门预算\r
\r
第一部分 部门概况\r
一、机构设置情况\r
根据清财文【2026】12号和清政办发［2026］3号安排资金。\r
2026年度示例市水务局收入预算310.40万元，比上年增加12.40万元。\r
`
const JSON_TEXT = JSON.stringify({ kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [], sections: [{ heading: '一、"概况"', level: 1, sections: [], paragraphs: [{ text: '按“x"y”和清财文【2026】12号，安排。' }] }] }).replace('按', '\\u6309')

describe('--fix', () => {
  it('applies what is safe to text, keeps line ends and byte order mark, and only offers the rest', async () => {
    const root = folder({ '预算.txt': `\uFEFF${TEXT}` })
    const { stdout, stderr } = await run(root, ['预算.txt', '--fix', '--excerpt'])
    expect(readFileSync(join(root, '预算.txt'), 'utf8')).toBe(`\uFEFF${TEXT.replace('【2026】', '〔2026〕').replace('［2026］', '〔2026〕')}`)
    expect(stderr).toContain('已改正 2 处')
    expect(stdout).not.toContain('docnum/brackets')
    expect(stdout).toContain('year/opening-year')
  })

  it('applies it to JSON, escapes and all', async () => {
    const root = folder({ 'x.disclosure.json': JSON_TEXT })
    await run(root, ['x.disclosure.json', '--fix'])
    expect(readFileSync(join(root, 'x.disclosure.json'), 'utf8')).toBe(JSON_TEXT.replace('【2026】', '〔2026〕'))
  })

  it('offers other suggestions in the report, with what they replace and where', async () => {
    const { stdout } = await run(folder({ 'a.txt': TEXT }), ['a.txt', '--excerpt', '--format', 'json'])
    const report = JSON.parse(stdout) as { files: { findings: { ruleId: string; suggestions?: object[] }[] }[] }
    const offered = report.files[0]?.findings.find(({ ruleId }) => ruleId === 'year/opening-year')?.suggestions
    expect(offered).toEqual([expect.objectContaining({ text: '2026年', replacement: '2027年', safe: false, place: { kind: 'text', line: 6, column: 1, endLine: 6, endColumn: 6 } })])
  })

  it('--fix-dry-run prints a diff and writes nothing', async () => {
    const root = folder({ 'a.txt': TEXT })
    const { stdout } = await run(root, ['a.txt', '--fix-dry-run', '--excerpt'])
    expect(stdout).toContain('--- a/a.txt')
    expect(stdout).toContain('+根据清财文〔2026〕12号和清政办发〔2026〕3号安排资金。')
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe(TEXT)
  })

  it('leaves a file that is not UTF-8 as it is, and refuses to correct the index', async () => {
    const gb = Buffer.concat([Buffer.from('2027\n'), Buffer.from([0xd4, 0xa4, 0xcb, 0xe3, 0xa1, 0xbe, 0x32, 0x30, 0x32, 0x36, 0xa1, 0xbf, 0x31, 0x32, 0xba, 0xc5, 0x0a])])
    const root = folder({ 'a.txt': gb })
    await run(root, ['a.txt', '--fix', '--excerpt'])
    expect(readFileSync(join(root, 'a.txt')).equals(gb)).toBe(true)
    expect((await run(root, ['--staged', '--fix'])).code).toBe(2)
  })

  it('does not touch a number that the text breaks over two lines', async () => {
    const broken = TEXT.replace('清财文【2026】12号', '清财文【2026】\r\n12号')
    const root = folder({ 'a.txt': broken })
    await run(root, ['a.txt', '--fix', '--excerpt'])
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toContain('清财文【2026】\r\n12号')
  })
})
