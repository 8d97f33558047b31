import { spawnSync } from 'node:child_process'
import { resolve, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from './command.ts'
import { CLI, have } from './repository.ts'

const document = JSON.stringify(
  {
    kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [],
    sections: [{ heading: '一、概况', level: 1, sections: [], paragraphs: ['😀本单位编制人数26人。', '本单位编制人数29人。', '😀根据清财文【2026】12号，安排资金。'].map((text) => ({ text })) }],
  },
  null,
  1,
)

describe.skipIf(!have('nvim'))('Neovim', () => {
  it('shows the diagnostics at the right characters, with related places, and applies the suggestion', () => {
    const root = folder({ '预算 公开.disclosure.json': document })
    const { stdout, stderr } = spawnSync('nvim', ['--headless', '--clean', '-n', '-c', `luafile ${resolve('tests/hosts/editors/neovim.lua')}`], {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, DISCLINT: [process.execPath, CLI, 'lsp', '--stdio'].join('\t'), DOCUMENT: join(root, '预算 公开.disclosure.json') },
    })
    const line = stdout.split('\n').find((one) => one.startsWith('{'))
    if (line === undefined) throw new Error(`no result: ${stdout}${stderr}`)
    const result = JSON.parse(line) as { before: string[]; after: string[]; related: boolean; marked: string; text: string }
    expect(result.before).toEqual(expect.arrayContaining(['headcount/same-headcount', 'docnum/brackets']))
    expect(result.marked).toBe('清财文【2026】12号')
    expect(result.related).toBe(true)
    expect(result.text).toBe(document.replace('【2026】', '〔2026〕'))
    expect(result.after).toContain('headcount/same-headcount')
    expect(result.after).not.toContain('docnum/brackets')
  })
})

it('says so when Neovim is not there to be tested', () => {
  if (!have('nvim')) console.warn('Neovim is not installed: its test did not run (apt-get install neovim)')
  expect(process.env['CI'] === undefined || have('nvim')).toBe(true)
})
