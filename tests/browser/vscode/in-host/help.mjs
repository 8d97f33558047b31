import assert from 'node:assert/strict'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'

const PATIENCE = 60_000
let asked = 0

/** Has the browser outside do something: see `eyes.mjs`. */
export async function ask(what, about = {}) {
  const path = join(process.env.DISCLINT_ASKED, String((asked += 1)))
  writeFileSync(`${path}.new`, JSON.stringify({ what, ...about }))
  renameSync(`${path}.new`, `${path}.ask`)
  await until(() => existsSync(`${path}.answer`), `no answer: ${what} ${JSON.stringify(about)}`, 90_000)
  const { value, error } = JSON.parse(readFileSync(`${path}.answer`, 'utf8'))
  if (error !== undefined) throw new Error(`${what} ${JSON.stringify(about)}: ${error}`)
  return value
}

export const see = async (selector) => (await ask('see', { selector })).join('\n').replaceAll('\u00a0', ' ')
export async function picture(name) {
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar')
  await ask('picture', { name })
}

/** What `work` gives, once it gives something. */
export async function until(work, otherwise, patience = PATIENCE) {
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const value = await work()
    if (value) return value
    if (Date.now() > end) assert.fail(typeof otherwise === 'function' ? otherwise() : otherwise)
  }
}

export const uriOf = (name) => vscode.Uri.file(join(process.env.DISCLINT_FOLDER, name))

export async function open(name) {
  const document = await vscode.workspace.openTextDocument(uriOf(name))
  return vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One })
}

/** The diagnostics of a file, once there is one of `code`. */
export async function diagnosed(name, code) {
  const found = () => vscode.languages.getDiagnostics(uriOf(name))
  return until(() => found().some((one) => codeOf(one) === code) && found(), () => `no ${code} in ${name}, but ${JSON.stringify(found())}`)
}

export const codeOf = ({ code }) => (typeof code === 'object' ? code.value : code)
export const withCode = (diagnostics, code) => diagnostics.filter((one) => codeOf(one) === code)

/** The action whose title starts so, at the first diagnostic of `code`; the host answers with none while providers start. */
export async function action(name, diagnostic, start) {
  let titles = []
  return until(async () => {
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uriOf(name), diagnostic.range)
    titles = actions.map(({ title }) => title)
    return actions.find(({ title }) => title.startsWith(start))
  }, () => `no action ${start} among ${titles.join(', ')}`)
}

/** Runs an action as the menu of the lamp does. */
export async function run({ edit, command }) {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit))
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}

/** The first editor, among those shown, whose document fits. */
export const shown = (fits, what) => until(() => vscode.window.visibleTextEditors.find(({ document }) => fits(document)), `not shown: ${what}`)

export const positionOf = (document, text, by = 0) => document.positionAt(document.getText().indexOf(text) + by)

/** Puts the cursor there, as a user does before looking. */
export function goTo(editor, position) {
  editor.selection = new vscode.Selection(position, position)
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter)
}

/** What a command shows in `selector`: asked again while nothing shows. */
export async function shownBy(command, selector, fits = () => true) {
  let text = ''
  return until(async () => {
    await vscode.commands.executeCommand(command)
    await new Promise((resolve) => setTimeout(resolve, 600))
    text = await see(selector).catch(() => '')
    return fits(text) && text
  }, () => `${command} shows: ${text}`)
}
