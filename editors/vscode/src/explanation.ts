import { tmpdir } from 'node:os'
import * as vscode from 'vscode'
import type { ShowDocumentResult } from 'vscode-languageclient/node'

/** Whether a document that the server shows is a rule's page, which it writes as Markdown to a folder of its own. */
export function isExplanation(uri: string): boolean {
  const { fsPath } = vscode.Uri.parse(uri)
  return fsPath.startsWith(tmpdir()) && /[\\/]disclint-[^\\/]+[\\/][^\\/]+\.md$/.test(fsPath)
}

/** Shows the page as a reader wants it, not as Markdown. */
export async function showExplanation(uri: string): Promise<ShowDocumentResult> {
  await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.parse(uri))
  return { success: true }
}
