import { basename } from 'node:path'
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { words } from './words.js'

export interface ReviewSheets extends vscode.Disposable {
  /** Shows the review sheet of the document at hand beside it: the document and its findings. */
  show(): Promise<void>
}

/** The review sheets that are open, one a document; asked for again, a sheet is drawn anew. */
export function reviewSheets(client: () => LanguageClient | undefined): ReviewSheets {
  const open = new Map<string, vscode.WebviewPanel>()
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document
    const uri = document?.uri.toString()
    const html = uri === undefined ? null : ((await client()?.sendRequest<string | null>('disclint/reviewSheet', { textDocument: { uri } })) ?? null)
    if (uri === undefined || html === null) {
      void vscode.window.showInformationMessage(words().noDisclosure)
      return
    }
    const panel = open.get(uri) ?? newPanel(uri)
    panel.title = words().sheet(basename(document?.uri.fsPath ?? ''))
    panel.webview.html = html
    panel.reveal(undefined, true)
  }
  const newPanel = (uri: string): vscode.WebviewPanel => {
    const panel = vscode.window.createWebviewPanel('disclint.reviewSheet', '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableFindWidget: true, localResourceRoots: [] })
    open.set(uri, panel)
    panel.onDidDispose(() => open.delete(uri))
    return panel
  }
  return { show, dispose: () => open.forEach((panel) => panel.dispose()) }
}
