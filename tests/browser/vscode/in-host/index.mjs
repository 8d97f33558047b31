// Runs inside the extension host.
import * as vscode from 'vscode'
import { disclosure } from './disclosure.mjs'
import { ask } from './help.mjs'
import { others } from './others.mjs'

const ONLY = process.env.DISCLINT_ONLY

export async function run() {
  let failed = 0
  const checks = Object.entries({ ...disclosure, ...others }).filter(([title]) => !ONLY || title.includes(ONLY))
  for (const [title, check] of checks) {
    try {
      await check()
      await ask('report', { line: `  ok   ${title}` })
    } catch (error) {
      failed += 1
      await ask('picture', { name: `failed-${failed}` }).catch(() => undefined)
      await ask('report', { line: `  FAIL ${title}: ${error.stack ?? error}` })
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  }
  await ask('report', { line: `vscode: ${checks.length - failed} of ${checks.length} checks held in VS Code ${vscode.version}` })
  if (failed > 0) throw new Error(`${failed} checks failed`)
}
