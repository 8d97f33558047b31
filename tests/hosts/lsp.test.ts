import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticSeverity, type CodeAction, type Diagnostic, type Hover, type Location } from 'vscode-languageserver/node'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { folder } from './command.ts'
import { Client } from './lsp-client.ts'

const RELATED = { textDocument: { publishDiagnostics: { relatedInformation: true } } }
const DOCUMENT = { kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [] }
const saying = (...texts: string[]) => JSON.stringify({ ...DOCUMENT, sections: [{ heading: '一、概况', level: 1, sections: [], paragraphs: texts.map((text) => ({ text })) }] }, null, 1)

const HEADCOUNT = saying('😀本单位编制人数26人。', '本单位编制人数29人。')
const STALE_YEAR = saying('2026年度示例市水务局收入预算310.40万元，比上年增加12.40万元。')
const BRACKETS = saying('根据清财文【2026】12号，安排资金。')

function textAt(text: string, { range: { start, end } }: Pick<Diagnostic, 'range'>): string {
  expect(start.line).toBe(end.line)
  return text.split('\n')[start.line]?.slice(start.character, end.character) ?? ''
}

const errors = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error)
const hints = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Hint)
const titled = (actions: readonly CodeAction[], start: string): CodeAction => {
  const found = actions.find(({ title }) => title.startsWith(start))
  if (!found) throw new Error(`no action ${start} among ${actions.map(({ title }) => title).join(', ')}`)
  return found
}

describe('diagnostics', () => {
  it('are at both sides, in UTF-16 columns, with related places', async () => {
    const client = await Client.start(folder({}), { capabilities: RELATED })
    await client.open('a.disclosure.json', HEADCOUNT)
    const found = await client.diagnostics('a.disclosure.json')
    const [error] = errors(found)
    expect(error?.code).toBe('headcount/same-headcount')
    expect(error && textAt(HEADCOUNT, error)).toMatch(/^2[69]人?$/)
    expect(error?.relatedInformation?.map(({ location }) => textAt(HEADCOUNT, location))).toHaveLength(1)
    const [hint] = hints(found)
    expect(hint?.range).toEqual(error?.relatedInformation?.[0]?.location.range)
    expect(hint?.relatedInformation?.[0]?.location.range).toEqual(error?.range)
    expect(error?.message).not.toContain('另见')
  })

  it('tell the other side in the message where the client cannot show related places', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', HEADCOUNT)
    const [error] = errors(await client.diagnostics('a.disclosure.json'))
    expect(error?.message).toMatch(/另见 \d+:\d+ /)
    expect(error?.relatedInformation).toBeUndefined()
  })

  it('are pulled by clients that pull, and not pushed to them as well', async () => {
    const client = await Client.start(folder({}), { capabilities: { textDocument: { diagnostic: {} } } })
    await client.open('a.disclosure.json', HEADCOUNT)
    const { items } = await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', 'a.disclosure.json', {})
    expect(errors(items)).toHaveLength(1)
    expect(client.published).toEqual([])
  })

  it('are pulled whole while the first check is still going on', async () => {
    const client = await Client.start(folder({}), { capabilities: { textDocument: { diagnostic: {} } } })
    await client.open('a.disclosure.json', HEADCOUNT)
    // At whatever time after the quiet the question comes, the answer is what the check finds.
    const times = Array.from({ length: 12 }, (_, step) => 40 + 5 * step)
    const answers = await Promise.all(times.map(async (time) => {
      await new Promise((resolve) => setTimeout(resolve, time))
      return (await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', 'a.disclosure.json', {})).items
    }))
    expect(answers.map((items) => errors(items).length)).toEqual(times.map(() => 1))
  })

  it('are pulled again when YAML is edited on which they depend', async () => {
    const client = await Client.start(folder({}), { capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } } })
    const pulled = async () => errors((await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', 'a.disclosure.json', {})).items)
    await client.open('a.disclosure.json', HEADCOUNT)
    expect(await pulled()).toHaveLength(1)
    await client.open('disclint.config.yaml', 'rules: {}\n')
    await client.refreshed()
    const refreshed = client.refreshed()
    await client.change('disclint.config.yaml', 2, 'rules:\n  headcount/same-headcount: warning\n')
    await refreshed
    expect(await pulled()).toEqual([])
  })

  it('are of the newest version: versions that come faster are not linted one by one', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', HEADCOUNT)
    for (let version = 2; version <= 20; version += 1) await client.change('a.disclosure.json', version, version === 20 ? HEADCOUNT.replace('29人', '26人') : HEADCOUNT)
    expect(errors(await client.diagnostics('a.disclosure.json', 20))).toEqual([])
    expect(client.published.length).toBeLessThan(5)
  })

  it('are not what was worked out ahead, when the document or its configuration changed since', async () => {
    const client = await Client.start(folder({ 'disclint.config.yaml': 'extends: disclint:recommended\n' }))
    const laterOn = () => new Promise((then) => setTimeout(then, 5))
    await client.open('a.disclosure.json', HEADCOUNT.replace('29人', '26人'))
    await client.diagnostics('a.disclosure.json')
    await client.change('a.disclosure.json', 2, HEADCOUNT.replace('29人', '26人'))
    await laterOn()
    await client.change('a.disclosure.json', 3, HEADCOUNT)
    expect(errors(await client.diagnostics('a.disclosure.json', 3)).map(({ code }) => code)).toEqual(['headcount/same-headcount'])
    await client.change('a.disclosure.json', 4, HEADCOUNT)
    await laterOn()
    await client.open('disclint.config.yaml', 'extends: disclint:recommended\nrules:\n  headcount/same-headcount: off\n')
    expect(await client.diagnostics('a.disclosure.json', 4, (found) => errors(found).length === 0)).toBeDefined()
  })

  it('of the last whole text stay, moved and marked, while the JSON is half typed', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', HEADCOUNT)
    await client.diagnostics('a.disclosure.json')
    const broken = HEADCOUNT.replace('{', '{\n "marks": [,')
    await client.change('a.disclosure.json', 2, broken)
    const found = await client.diagnostics('a.disclosure.json', 2)
    const [old] = errors(found).filter(({ code }) => code === 'headcount/same-headcount')
    expect(old?.message).toContain('上一次检查的结果')
    expect(old && textAt(broken, old)).toMatch(/^2[69]人?$/)
    expect(errors(found).some(({ code, message }) => code !== 'headcount/same-headcount' && !String(message).includes('上一次'))).toBe(true)
    await client.change('a.disclosure.json', 3, HEADCOUNT)
    expect(errors(await client.diagnostics('a.disclosure.json', 3)).map(({ message }) => String(message).includes('上一次'))).toEqual([false])
  })

  it('are cleared when the document is closed', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', HEADCOUNT)
    await client.diagnostics('a.disclosure.json')
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri('a.disclosure.json') } })
    await client.open('b.disclosure.json', HEADCOUNT)
    await client.diagnostics('b.disclosure.json')
    expect(client.published.findLast(({ uri }) => uri === client.uri('a.disclosure.json'))?.diagnostics).toEqual([])
  })
})

describe('what is checked', () => {
  it('is no other JSON and no text, unless its schema or the settings say so', async () => {
    const text = '2027年示例市水务局部门预算\n\n第一部分 部门概况\n一、机构设置情况\n根据清财文【2026】12号安排资金。\n'
    const client = await Client.start(folder({}), { initializationOptions: { textFiles: ['预算*.txt'] } })
    await client.open('package.json', HEADCOUNT)
    await client.open('笔记.txt', text)
    await client.open('有.json', HEADCOUNT.replace('{', '{ "$schema": "./schemas/disclosure.schema.json",'))
    await client.open('预算 公开.txt', text)
    expect(errors(await client.diagnostics('有.json')).map(({ code }) => code)).toContain('headcount/same-headcount')
    expect((await client.diagnostics('预算 公开.txt')).map(({ code }) => code)).toContain('docnum/brackets')
    expect(client.published.map(({ uri }) => uri).filter((uri) => uri === client.uri('package.json') || uri === client.uri('笔记.txt'))).toEqual([])
  })

  it('is also rule, vocabulary and configuration YAML: their own faults, with places', async () => {
    const client = await Client.start(folder({}))
    await client.open('rules/own/thing-check.yaml', 'id: own/thing-check\nseverity: error\ncategory: 合理性\ntitle: 标题\nassert: {presnt: $doc.kind}\n')
    const fault = (await client.diagnostics('rules/own/thing-check.yaml')).find(({ message }) => String(message).includes('present'))
    expect(fault?.range.start.line).toBe(4)
    await client.open('rules/own/broken.yaml', 'id: own/broken\nassert: {present: $doc.kind\n')
    expect((await client.diagnostics('rules/own/broken.yaml')).map(({ code }) => code)).toContain('yaml-syntax')
    await client.open('disclint.config.yaml', 'extends: disclint:recommended\nrules:\n  year/title-yaer: off\n')
    const [setting] = await client.diagnostics('disclint.config.yaml')
    expect(setting?.message).toContain('year/title-year')
    expect(setting?.range.start.line).toBe(2)
    await client.open('vocabulary/w.yaml', 'patterns:\n  某词:\n    en: x\n    txt: abc\n')
    expect((await client.diagnostics('vocabulary/w.yaml')).length).toBeGreaterThan(0)
  })

  it('is vocabulary with a key that none has, where the configuration names it or something else in it is vocabulary', async () => {
    const client = await Client.start(folder({ 'disclint.config.yaml': 'extends: disclint:recommended\nvocabulary: ./words\n', 'words/own.yaml': 'pattrens: {}\n' }))
    await client.open('words/own.yaml', 'pattrens: {}\n')
    expect((await client.diagnostics('words/own.yaml')).map(({ message }) => String(message)).join()).toContain('pattrens')
    await client.open('vocabulary/w.yaml', 'lists: {}\npattrens: {}\n')
    expect((await client.diagnostics('vocabulary/w.yaml')).map(({ message }) => String(message)).join()).toContain('pattrens')
    await client.open('vocabulary/theirs.yaml', 'words: [a]\n')
    expect(await client.diagnostics('vocabulary/theirs.yaml')).toEqual([])
  })
})

describe('configuration and dismissals', () => {
  it('are picked up live, from disk and from the editor', async () => {
    const root = folder({})
    const client = await Client.start(root)
    await client.open('a.disclosure.json', HEADCOUNT)
    expect(errors(await client.diagnostics('a.disclosure.json'))).toHaveLength(1)
    writeFileSync(join(root, 'disclint.config.yaml'), 'rules:\n  headcount/same-headcount: warning\n')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
    expect(errors(await client.diagnostics('a.disclosure.json', 1, (found) => errors(found).length === 0))).toEqual([])
    await client.open('disclint.config.yaml', 'rules:\n  headcount/same-headcount: error\n')
    expect(errors(await client.diagnostics('a.disclosure.json', 1, (found) => errors(found).length === 1))).toHaveLength(1)
  })
})

describe('hover and definition', () => {
  it('tell why, how to fix and the source, at each side; the definition of one side is the other', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', HEADCOUNT)
    const found = await client.diagnostics('a.disclosure.json')
    for (const { range } of [...errors(found), ...hints(found)]) {
      const hover = await client.ask<Hover>('textDocument/hover', 'a.disclosure.json', { position: range.start })
      expect(JSON.stringify(hover.contents)).toMatch(/为什么.*怎么改.*依据/s)
    }
    const [error, hint] = [errors(found)[0], hints(found)[0]]
    const [other] = await client.ask<Location[]>('textDocument/definition', 'a.disclosure.json', { position: error?.range.start })
    expect(other?.range).toEqual(hint?.range)
    expect(await client.ask('textDocument/hover', 'a.disclosure.json', { position: { line: 0, character: 0 } })).toBeNull()
  })
})

describe('code actions', () => {
  it('apply a safe suggestion as the preferred one, and offer an unsafe one to be checked', async () => {
    const client = await Client.start(folder({}))
    await client.open('a.disclosure.json', BRACKETS)
    const diagnostic = (await client.diagnostics('a.disclosure.json')).find(({ code }) => code === 'docnum/brackets')
    const safe = diagnostic && titled(await client.actions('a.disclosure.json', diagnostic), '改“清财文【2026】12号”为“清财文〔2026〕12号”')
    expect(safe?.isPreferred).toBe(true)
    expect(safe?.edit?.changes?.[client.uri('a.disclosure.json')]?.[0]?.newText).toBe('清财文〔2026〕12号')
    await client.open('b.disclosure.json', STALE_YEAR)
    const year = (await client.diagnostics('b.disclosure.json')).find(({ code }) => code === 'year/opening-year')
    const unsafe = year && titled(await client.actions('b.disclosure.json', year), '改“2026年”为“2027年”（请核对）')
    expect(unsafe?.isPreferred).toBe(false)
  })

  it('dismiss: the entry is written with an empty reason, shown there, and counts only with a reason', async () => {
    const root = folder({ 'disclint-suppressions.yaml': '# 不予采纳\nsuppressions: []\n' })
    const client = await Client.start(root, { capabilities: { window: { showDocument: { support: true } } } })
    await client.open('a.disclosure.json', HEADCOUNT)
    const [error] = errors(await client.diagnostics('a.disclosure.json'))
    await client.run(titled(error ? await client.actions('a.disclosure.json', error) : [], '不予采纳'))
    const [change] = client.edits[0]?.documentChanges ?? []
    const written = change && 'edits' in change ? (change.edits[0] as { newText: string }).newText : ''
    expect(written).toContain('# 不予采纳')
    const { suppressions } = parse(written) as { suppressions: { rule: string; reason: string }[] }
    expect(suppressions).toMatchObject([{ rule: 'headcount/same-headcount', reason: '' }])
    const [shown] = client.shown
    const at = shown?.selection?.start ?? { line: 0, character: 0 }
    expect(written.split('\n')[at.line]?.slice(0, at.character)).toMatch(/reason: "$/)
    await client.open('disclint-suppressions.yaml', written)
    await client.change('a.disclosure.json', 2, HEADCOUNT)
    expect(errors(await client.diagnostics('a.disclosure.json', 2))).toHaveLength(1)
    await client.change('disclint-suppressions.yaml', 2, written.replace('reason: ""', 'reason: 两个口径不同，已核实'))
    expect(errors(await client.diagnostics('a.disclosure.json', 2, (found) => errors(found).length === 0))).toEqual([])
  })

  it('explain a rule, and go to the other side', async () => {
    const client = await Client.start(folder({}), { capabilities: { window: { showDocument: { support: true } } } })
    await client.open('a.disclosure.json', HEADCOUNT)
    const found = await client.diagnostics('a.disclosure.json')
    const [error] = errors(found)
    const actions = error ? await client.actions('a.disclosure.json', error) : []
    expect(await client.run(titled(actions, '说明规则'))).toContain('# headcount/same-headcount')
    await client.run(titled(actions, '转到另一处'))
    expect(client.shown.at(-1)).toMatchObject({ uri: client.uri('a.disclosure.json'), selection: hints(found)[0]?.range })
    expect(readFileSync(new URL(client.shown[0]?.uri ?? ''), 'utf8')).toContain('headcount/same-headcount')
  })
})
