import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import * as vscode from 'vscode'
import { ask, diagnosed, goTo, open, picture, positionOf, see, shownBy, until, uriOf, withCode } from './help.mjs'

const RULE = 'rules/own/thing-check.yaml'
const DISCLOSURE = '水务局 预算.disclosure.json'
const DISMISSALS = 'disclint-suppressions.yaml'
const CONFIG = 'disclint.config.yaml'

async function offered(name, position) {
  let labels = []
  await until(async () => {
    const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uriOf(name), position)
    labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    return labels.length > 0
  }, `nothing offered in ${name}`)
  return labels
}

/** Opens a file, changes it as a user would, and leaves the cursor at its end. */
async function typing(name, change) {
  const editor = await open(name)
  const { document } = editor
  await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), change(document.getText())))
  goTo(editor, document.positionAt(document.getText().length))
  return editor
}

async function hovered(name, position) {
  return until(async () => {
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', uriOf(name), position)
    return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n')
  }, `no hover in ${name}`)
}

export const others = {
  async 'text is checked by the configured pattern, and no other'() {
    const { document } = await open('水务局预算公开.txt')
    const [first] = withCode(await diagnosed('水务局预算公开.txt', 'docnum/brackets'), 'docnum/brackets')
    assert.equal(document.getText(first.range), '清财文【2026】12号')
    await picture('text')
    await open('笔记.txt')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    assert.deepEqual(vscode.languages.getDiagnostics(uriOf('笔记.txt')), [])
  },

  async 'a disclosure has completion and hover from its schema'() {
    await open('打字.disclosure.json')
    const labels = await offered('打字.disclosure.json', new vscode.Position(1, 2))
    for (const label of ['fiscalYear', 'entity', 'tables']) assert.ok(labels.some((one) => one.includes(label)), labels.join(' '))
    const { document } = await open(DISCLOSURE)
    assert.match(await hovered(DISCLOSURE, positionOf(document, 'fiscalYear', 2)), /年/)
  },

  async 'rules, vocabulary, configuration and dismissals have completion and hover from their schemas'() {
    const rule = await typing(RULE, (text) => `${text}sev`.replace('severity: error\n', ''))
    assert.ok((await offered(RULE, rule.selection.active)).includes('severity'))
    assert.match(await hovered(RULE, positionOf(rule.document, 'category', 2)), /类别/)
    const list = await shownBy('editor.action.triggerSuggest', '.suggest-widget.visible', (text) => text.includes('severity'))
    assert.ok(list.includes('severity'))
    await picture('rule-completion')
    await vscode.commands.executeCommand('acceptSelectedSuggestion')
    await until(() => rule.document.getText().endsWith('severity: '), () => rule.document.getText())
    const values = await offered(RULE, rule.selection.active)
    for (const value of ['error', 'warning', 'info']) assert.ok(values.includes(value), values.join(' '))
    await vscode.commands.executeCommand('workbench.action.files.revert')

    const words = await typing('vocabulary/own.yaml', (text) => `${text}tab`)
    assert.ok((await offered('vocabulary/own.yaml', words.selection.active)).includes('tables'))
    assert.match(await hovered('vocabulary/own.yaml', positionOf(words.document, 'patterns', 2)), /[一-鿿]/)
    await vscode.commands.executeCommand('workbench.action.files.revert')

    const config = await typing(CONFIG, (text) => `${text}rules:\n  head`)
    assert.ok((await offered(CONFIG, config.selection.active)).includes('headcount/same-headcount'))
    assert.match(await hovered(CONFIG, positionOf(config.document, 'extends', 2)), /配置/)
    await vscode.commands.executeCommand('workbench.action.files.revert')

    writeFileSync(uriOf(DISMISSALS).fsPath, 'suppressions: []\n')
    const dismissals = await typing(DISMISSALS, () => 'suppressions:\n  - rule: headcount/same-headcount\n    rea')
    assert.ok((await offered(DISMISSALS, dismissals.selection.active)).includes('reason'))
    await vscode.commands.executeCommand('workbench.action.files.revert')
  },

  async 'faults of a rule, of vocabulary and of the configuration are marked'() {
    const { document } = await open(RULE)
    const fault = await until(() => vscode.languages.getDiagnostics(uriOf(RULE)).find(({ message }) => message.includes('present')), () => JSON.stringify(vscode.languages.getDiagnostics(uriOf(RULE))))
    assert.equal(document.getText(fault.range), 'presnt')
    await picture('rule-fault')
    await open('vocabulary/own.yaml')
    await until(() => vscode.languages.getDiagnostics(uriOf('vocabulary/own.yaml')).length > 0, 'vocabulary is not checked')
    const editor = await open(CONFIG)
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'rules:\n  year/title-yaer: off\n'))
    await until(() => vscode.languages.getDiagnostics(uriOf(CONFIG)).some(({ message }) => message.includes('year/title-year')), 'the configuration is not checked')
    await vscode.commands.executeCommand('workbench.action.files.revert')
  },

  async 'the commands are found by their Chinese names, and the count goes with the document'() {
    await open('笔记.txt')
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>disclint')
    const list = await until(async () => {
      const text = await see('.quick-input-list')
      return text.includes('审核单') && text
    }, 'no such commands')
    for (const title of ['disclint: 打开审核单', 'disclint: 在浏览器里打开审核单（打印）', 'disclint: 重新启动检查程序']) assert.ok(list.includes(title), list)
    await picture('commands')
    await ask('press', { keys: ['Escape'] })
    assert.doesNotMatch(await see('.statusbar'), /错误/)
  },

  async 'in English where the user says so'() {
    const settings = vscode.workspace.getConfiguration('disclint')
    await open(DISCLOSURE)
    await settings.update('language', 'en', vscode.ConfigurationTarget.Workspace)
    await until(() => vscode.languages.getDiagnostics(uriOf(DISCLOSURE)).some(({ message }) => /differs/.test(message)), () => JSON.stringify(vscode.languages.getDiagnostics(uriOf(DISCLOSURE))))
    assert.match(await see('.statusbar'), /1 error, 1 warning/)
    await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace)
    await until(() => vscode.languages.getDiagnostics(uriOf(DISCLOSURE)).some(({ message }) => /不一致/.test(message)), 'not back in Chinese')
  },
}
