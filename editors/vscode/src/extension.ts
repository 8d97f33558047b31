import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/node'
import { reviewSheet } from './review-sheet.js'
import { serverCommand } from './server-command.js'
import { statusCount } from './status-count.js'

let client: LanguageClient | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    statusCount(),
    vscode.commands.registerCommand('disclint.openReviewSheet', () => reviewSheet(client)),
    vscode.commands.registerCommand('disclint.restart', () => start(context)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => start(context)),
    // Which texts are disclosures is part of what the client sends.
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('disclint.textFiles') || change.affectsConfiguration('disclint.useWorkspaceVersion')) void start(context)
    }),
  )
  await start(context)
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  await client?.stop()
  const settings = vscode.workspace.getConfiguration('disclint')
  const textFiles = settings.get<string[]>('textFiles', [])
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)
  const choice = { extensionPath: context.extensionPath, folders, trusted: vscode.workspace.isTrusted, useWorkspaceVersion: settings.get('useWorkspaceVersion', true) }
  client = new LanguageClient('disclint', 'disclint', serverCommand(choice), {
    documentSelector: [
      { scheme: 'file', language: 'json' },
      { scheme: 'file', language: 'yaml' },
      ...textFiles.map((pattern) => ({ scheme: 'file', pattern })),
    ],
    initializationOptions: { language: settings.get('language', 'zh'), textFiles, trusted: vscode.workspace.isTrusted },
    synchronize: { configurationSection: 'disclint' },
  })
  await client.start()
}
