import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/node'
import { isExplanation, showExplanation } from './explanation.js'
import { IN_BROWSER, reviewSheets } from './review-sheet.js'
import { serverCommand } from './server-command.js'
import { statusCount } from './status-count.js'

/** Helps by the schemas that `yamlValidation` of our manifest names; without it, the server does. */
const YAML_EXTENSION = 'redhat.vscode-yaml'

let client: LanguageClient | undefined
/** Starts follow one another: two at a time would leave a server that nobody stops. */
let starting: Promise<void> = Promise.resolve()

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const sheets = reviewSheets(() => client)
  const restart = (): Promise<void> => (starting = starting.catch(() => undefined).then(() => start(context)))
  context.subscriptions.push(
    statusCount(),
    sheets,
    vscode.commands.registerCommand('disclint.openReviewSheet', () => sheets.show()),
    vscode.commands.registerCommand(IN_BROWSER, () => sheets.inBrowser()),
    vscode.commands.registerCommand('disclint.restart', restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    // Which texts are disclosures is part of what the client sends.
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('disclint.textFiles') || change.affectsConfiguration('disclint.useWorkspaceVersion')) void restart()
    }),
  )
  await restart()
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
    initializationOptions: { language: settings.get('language', 'zh'), textFiles, trusted: vscode.workspace.isTrusted, yamlHelp: vscode.extensions.getExtension(YAML_EXTENSION) === undefined },
    synchronize: { configurationSection: 'disclint' },
    middleware: { window: { showDocument: async (params, token, next) => (isExplanation(params.uri) ? showExplanation(params.uri) : next(params, token)) } },
  })
  await client.start()
}
