import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ask, diagnosed, open, picture, positionOf, see, until, uriOf, withCode } from './help.mjs'

const RULE = 'rules/own/thing-check.yaml'
const DISCLOSURE = '水务局 预算.disclosure.json'
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
    for (const title of ['disclint: 打开审核单', 'disclint: 重新启动检查程序']) assert.ok(list.includes(title), list)
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
