import * as vscode from 'vscode'
import { words } from './words.js'

/** How many errors and warnings the document at hand has, in the status bar; a click shows them. */
export function statusCount(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('disclint.count', vscode.StatusBarAlignment.Left)
  item.name = 'disclint'
  item.command = 'workbench.actions.view.problems'
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri
    const found = uri ? vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'disclint') : []
    const isDisclosure = uri?.path.endsWith('.disclosure.json') ?? false
    if (!isDisclosure && found.length === 0) return item.hide()
    const count = (severity: vscode.DiagnosticSeverity): number => found.filter((diagnostic) => diagnostic.severity === severity).length
    const [errors, warnings] = [count(vscode.DiagnosticSeverity.Error), count(vscode.DiagnosticSeverity.Warning)]
    item.text = `$(checklist) ${words().count(errors, warnings)}`
    item.tooltip = words().countTooltip
    item.show()
  }
  update()
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(update), vscode.languages.onDidChangeDiagnostics(update), vscode.workspace.onDidChangeConfiguration(update))
}
