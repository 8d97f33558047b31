import type { CompletionItem, Hover } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { describe, expect, it } from 'vitest'
import { folder } from './command.ts'
import { Client } from './lsp-client.ts'

/** A text with the place of the cursor cut out of it. */
function cursor(marked: string): { readonly text: string; readonly position: { line: number; character: number } } {
  const at = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  return { text, position: TextDocument.create('', '', 0, text).positionAt(at) }
}

async function offered(name: string, marked: string, options = {}): Promise<readonly CompletionItem[]> {
  const { text, position } = cursor(marked)
  const client = await Client.start(folder({}), options)
  await client.open(name, text)
  return (await client.ask<CompletionItem[] | null>('textDocument/completion', name, { position })) ?? []
}

/** The text once the item of that label is taken. */
async function taken(name: string, marked: string, label: string): Promise<string> {
  const { text } = cursor(marked)
  const items = await offered(name, marked)
  const item = items.find((one) => one.label === label)
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`${label} is not among ${items.map((one) => one.label).join(' ')}`)
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [{ range: item.textEdit.range, newText: item.textEdit.newText }])
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label)
const HEAD = 'id: own/thing-check\n'

describe('completion in YAML', () => {
  it.each([
    ['a key of a rule', 'rules/own/a.yaml', `${HEAD}sev‸\n`, 'severity', `${HEAD}severity: \n`],
    ['a key before its colon', 'rules/own/a.yaml', `${HEAD}sev‸: error\n`, 'severity', `${HEAD}severity: error\n`],
    ['a value', 'rules/own/a.yaml', `${HEAD}severity: ‸\n`, 'warning', `${HEAD}severity: warning\n`],
    ['a value that is begun', 'rules/own/a.yaml', `${HEAD}category: 表‸\n`, '表文一致', `${HEAD}category: 表文一致\n`],
    ['an operator in a flow mapping', 'rules/own/a.yaml', `${HEAD}assert: {pre‸}\n`, 'present', `${HEAD}assert: {present: }\n`],
    ['an operator far inside', 'rules/own/a.yaml', `${HEAD}assert:\n  and:\n    - not:\n        ‸\n`, 'equal', `${HEAD}assert:\n  and:\n    - not:\n        equal: \n`],
    ['a rule of a configuration', 'disclint.config.yaml', 'rules:\n  head‸\n', 'headcount/same-headcount', 'rules:\n  headcount/same-headcount: \n'],
    ['its severity', 'disclint.config.yaml', 'rules:\n  headcount/same-headcount: ‸\n', 'off', 'rules:\n  headcount/same-headcount: off\n'],
    ['its severity in a list', 'disclint.config.yaml', 'rules:\n  headcount/same-headcount: [‸]\n', 'off', 'rules:\n  headcount/same-headcount: [off]\n'],
    ['what holds parts, without a blank', 'disclint.config.yaml', '‸\n', 'overrides', 'overrides:\n'],
    ['a key of an entry', 'disclint-suppressions.yaml', 'suppressions:\n  - rule: a/b\n    rea‸\n', 'reason', 'suppressions:\n  - rule: a/b\n    reason: \n'],
    ['the first key of an entry', 'disclint-suppressions.yaml', 'suppressions:\n  - ‸\n', 'rule', 'suppressions:\n  - rule: \n'],
    ['a rule of an entry', 'disclint-suppressions.yaml', 'suppressions:\n  - rule: ‸\n', 'headcount/same-headcount', 'suppressions:\n  - rule: headcount/same-headcount\n'],
    ['a group of the vocabulary', 'vocabulary/own.yaml', 'pat‸\n', 'patterns', 'patterns:\n'],
    ['lines that end with a carriage return', 'rules/own/a.yaml', `id: own/thing-check\r\nseverity: wa‸\r\n`, 'warning', 'id: own/thing-check\r\nseverity: warning\r\n'],
  ])('offers %s', async (_, name, marked, label, result) => {
    expect(await taken(name, marked, label)).toBe(result)
  })

  it('says what a key is for, and offers none twice', async () => {
    const items = await offered('rules/own/a.yaml', `${HEAD}severity: error\n‸`)
    expect(labels(items)).toContain('category')
    expect(labels(items)).not.toContain('severity')
    expect(JSON.stringify(items.find(({ label }) => label === 'category')?.documentation)).toContain('类别')
    expect(new Set(labels(items)).size).toBe(items.length)
  })

  it.each([
    ['other YAML', 'compose.yaml', 'ser‸\n'],
    ['YAML of other rules', 'rules/own/a.yaml', 'groups:\n  ‸\n'],
    ['a comment', 'rules/own/a.yaml', `${HEAD}# sev‸\n`],
    ['free text', 'rules/own/a.yaml', `${HEAD}note: ‸\n`],
    ['a disclosure', 'a.disclosure.json', '{‸}'],
  ])('offers nothing in %s', async (_, name, marked) => {
    expect(await offered(name, marked)).toEqual([])
  })

  it('leaves the schemas to an editor that knows them', async () => {
    expect(await offered('rules/own/a.yaml', `${HEAD}‸`, { initializationOptions: { yamlHelp: false } })).toEqual([])
  })
})

describe('hover in YAML', () => {
  it.each([
    ['a key', 'rules/own/a.yaml', `${HEAD}seve‸rity: error\n`, '严重程度', 'severity'],
    ['an operator', 'rules/own/a.yaml', `${HEAD}assert: {pre‸sent: $doc.kind}\n`, '都有，且不是空白', 'present'],
    ['a rule of a configuration', 'disclint.config.yaml', 'rules:\n  headcount/same-‸headcount: off\n', '同一人数前后不一致', 'headcount/same-headcount'],
    ['a severity', 'disclint.config.yaml', 'rules:\n  headcount/same-headcount: o‸ff\n', '级别', 'off'],
  ])('tells of %s', async (_, name, marked, said, word) => {
    const { text, position } = cursor(marked)
    const client = await Client.start(folder({}))
    await client.open(name, text)
    const hover = await client.ask<Hover>('textDocument/hover', name, { position })
    expect(JSON.stringify(hover.contents)).toContain(said)
    expect(hover.range && TextDocument.create('', '', 0, text).getText(hover.range)).toBe(word)
  })
})
