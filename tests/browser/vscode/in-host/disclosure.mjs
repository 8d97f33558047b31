import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { action, ask, codeOf, diagnosed, goTo, open, picture, positionOf, run, see, shown, shownBy, until, uriOf, withCode } from './help.mjs'

const NAME = '水务局 预算.disclosure.json'
const HEADCOUNT = 'headcount/same-headcount'
const BRACKETS = 'docnum/brackets'

async function found(code) {
  const editor = await open(NAME)
  const [first] = withCode(await diagnosed(NAME, code), code).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
  return { editor, document: editor.document, first }
}

export const disclosure = {
  async 'the .vsix is what runs'() {
    const extension = vscode.extensions.getExtension('disclint.disclint-vscode')
    assert.ok(extension, 'not installed')
    assert.match(extension.extensionPath, /extensions\/disclint\.disclint-vscode-/)
    await until(() => extension.isActive, 'not active')
  },

  async 'both sides are marked, with related places and a Chinese message'() {
    const { document, first } = await found(HEADCOUNT)
    assert.match(document.getText(first.range), /^2[69]人?$/)
    assert.match(first.message, /编制人数.*不一致/)
    assert.equal(first.source, 'disclint')
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error)
    const [other] = first.relatedInformation
    assert.match(document.getText(other.location.range), /^2[69]人?$/)
    assert.ok(!other.location.range.isEqual(first.range))
    assert.equal(other.location.uri.toString(), document.uri.toString())
    const [hint] = withCode(vscode.languages.getDiagnostics(document.uri), HEADCOUNT).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint)
    assert.ok(hint.range.isEqual(other.location.range))
    await vscode.commands.executeCommand('workbench.actions.view.problems')
    const panel = await see('.markers-panel .monaco-list-row')
    assert.match(panel, /编制人数.*不一致/)
    await picture('diagnostics')
    await vscode.commands.executeCommand('workbench.action.closePanel')
  },

  async 'the status bar counts'() {
    await found(HEADCOUNT)
    const text = await see('.statusbar-item[id="disclint.disclint-vscode.disclint.count"], .statusbar-item[id*="disclint.count"]')
    assert.match(text, /\d+ 错误 \d+ 警告/)
  },

  async 'hover says why, how to fix, and the source'() {
    const { editor, first } = await found(HEADCOUNT)
    goTo(editor, first.range.start)
    const text = await shownBy('editor.action.showHover', '.monaco-hover:visible', (all) => all.includes('依据'))
    for (const part of ['为什么', '怎么改', '依据', '财预〔2016〕143号']) assert.ok(text.includes(part), text)
    await picture('hover')
  },

  async 'the lamp offers the suggestion, the other side, the rule, and dismissal'() {
    const { editor, first } = await found(BRACKETS)
    goTo(editor, first.range.start)
    const menu = await shownBy('editor.action.quickFix', '.action-widget', (all) => all.includes('说明规则'))
    await picture('quick-fix')
    for (const part of ['改“', '说明规则 docnum/brackets', '不予采纳']) assert.ok(menu.includes(part), menu)
    await ask('press', { keys: ['Escape'] })
  },

  async 'a suggestion is applied at the right characters'() {
    const { document, first } = await found(BRACKETS)
    const before = document.getText()
    assert.equal(document.getText(first.range), '清财文【2026】12号')
    await run(await action(NAME, first, '改“'))
    assert.equal(document.getText(), before.replace('【2026】', '〔2026〕'))
    await until(() => vscode.languages.getDiagnostics(document.uri).every((one) => codeOf(one) !== BRACKETS), 'the diagnostic stayed')
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await diagnosed(NAME, BRACKETS)
  },

  async 'one goes to the other side'() {
    const { editor, document, first } = await found(HEADCOUNT)
    const [{ location }] = first.relatedInformation
    await run(await action(NAME, first, '转到另一处'))
    await until(() => vscode.window.activeTextEditor?.selection.isEqual(new vscode.Selection(location.range.start, location.range.end)), () => `selected: ${JSON.stringify(vscode.window.activeTextEditor?.selection)}`)
    goTo(editor, first.range.start)
    const [definition] = await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, first.range.start)
    assert.ok((definition.range ?? definition.targetRange).isEqual(location.range))
  },

  async 'the rule is explained on a page beside the document'() {
    const { first } = await found(HEADCOUNT)
    await run(await action(NAME, first, '说明规则'))
    const { text } = await ask('webview', { selector: 'h2' })
    for (const part of ['同一人数前后不一致', '查什么', '财预〔2016〕143号']) assert.ok(text.includes(part), text)
    await picture('explain')
  },

  async 'dismissal opens an entry with an empty reason, and dismisses once there is one'() {
    const { first } = await found(HEADCOUNT)
    await run(await action(NAME, first, '不予采纳'))
    const editor = await shown(({ uri }) => uri.path.endsWith('disclint-suppressions.yaml'), 'the suppressions')
    const { document } = editor
    await until(() => document.getText().includes('reason: ""'), () => document.getText())
    await until(() => vscode.window.activeTextEditor === editor && editor.selection.active.isEqual(positionOf(document, 'reason: "', 'reason: "'.length)), () => `cursor: ${JSON.stringify(editor.selection.active)}`)
    assert.ok(withCode(vscode.languages.getDiagnostics(uriOf(NAME)), HEADCOUNT).length > 0, 'dismissed without a reason')
    await picture('suppress')
    await ask('type', { text: '口径不同，已核实' })
    await until(() => withCode(vscode.languages.getDiagnostics(uriOf(NAME)), HEADCOUNT).length === 0, () => `not dismissed by ${document.getText()}`)
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  },

  async 'the review sheet shows beside the document'() {
    await found(HEADCOUNT)
    await vscode.commands.executeCommand('disclint.openReviewSheet')
    const { text, count } = await ask('webview', { selector: '.card' })
    await see('.tab[aria-label*="审核单 水务局"]')
    assert.ok(count >= 2, text)
    assert.match(text, /编制人数.*不一致/)
    await picture('review-sheet')
    assert.equal(await ask('save', { selector: '[data-command="export"]' }), 'disclint-decisions.json')
    await ask('clickInWebview', { selector: 'a[href^="command:"] button' })
    // The window of a test shows no messages by itself.
    await shownBy('notifications.showList', '.notification-list-item', (text) => text.includes('在浏览器里打开'))
    await picture('print')
    await vscode.commands.executeCommand('notifications.clearAll')
  },
}
