import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'

/** Shows the review sheet of the document at hand beside it: the document and its findings. */
export async function reviewSheet(client: LanguageClient | undefined): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  const html = document && client ? await client.sendRequest<string | null>('disclint/reviewSheet', { textDocument: { uri: document.uri.toString() } }) : null
  if (html === null) {
    void vscode.window.showInformationMessage('请先打开一份公开 JSON 或公开文本')
    return
  }
  const panel = vscode.window.createWebviewPanel('disclint.reviewSheet', '审核单', vscode.ViewColumn.Beside, { enableScripts: true, enableFindWidget: true, localResourceRoots: [] })
  panel.webview.html = html
}
