import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, LSPErrorCodes, ResponseError, TextDocuments, TextDocumentSyncKind, type ClientCapabilities, type Connection, type InitializeResult } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { version } from '../../index.ts'
import { actionsFor, COMMANDS } from './actions.ts'
import { runCommand } from './commands.ts'
import { rangeOf } from './diagnostics.ts'
import { findingsAt } from './finding-at.ts'
import { hoverAt } from './hover.ts'
import { kindOf, pathOf } from './selection.ts'
import { LintSession } from './session.ts'
import { settingsFrom, STANDARD_SETTINGS } from './settings.ts'
import { Workspace } from './workspace.ts'
import { completionsAt, yamlHoverAt, type YamlText } from './yaml/help.ts'

/** Files whose change may change what is found, open or not. */
const WATCHED = '**/*.{yaml,yml}'

/** Serves a connection until the client ends it: diagnostics, hover, code actions and the way to the other side of a finding. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  let settings = STANDARD_SETTINGS
  let capabilities: ClientCapabilities = {}
  let folders: readonly string[] = []
  const openText = (path: string): string | undefined => documents.all().find(({ uri }) => pathOf(uri) === path)?.getText()
  const workspace = new Workspace(openText, () => settings.language, () => folders, () => settings.trusted)
  const pulls = (): boolean => capabilities.textDocument?.diagnostic !== undefined
  const session = new LintSession({
    documents,
    workspace,
    textFiles: () => settings.textFiles,
    folders: () => folders,
    showing: () => ({ language: settings.language, related: capabilities.textDocument?.publishDiagnostics?.relatedInformation === true || capabilities.textDocument?.diagnostic?.relatedInformation === true }),
    changed: (uri, { version: of, diagnostics }) => {
      if (!pulls()) void connection.sendDiagnostics({ uri, version: of, diagnostics: [...diagnostics] })
    },
  })
  // A client that pulls asks again only about what was edited, unless it is told.
  const refresh = (): void => {
    if (pulls() && capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
  }
  const relintAll = (): void => {
    session.scheduleAll()
    refresh()
  }
  const kindOfOpen = (uri: string) => {
    const document = documents.get(uri)
    return document && kindOf(uri, document.getText(), settings.textFiles, folders)
  }

  const yamlText = async (uri: string): Promise<YamlText | undefined> => {
    const [document, path] = [documents.get(uri), pathOf(uri)]
    if (!settings.yamlHelp || !document || path === undefined || kindOfOpen(uri) !== 'yaml') return undefined
    const { linter } = await workspace.settingFor(path)
    return { path, text: document.getText(), rules: linter.report([]).rules, language: settings.language }
  }

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities
    const { trusted = false } = (params.initializationOptions ?? {}) as { trusted?: unknown }
    settings = settingsFrom(params.initializationOptions, { ...settings, trusted: trusted === true })
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    folders = roots.flatMap((uri) => pathOf(uri)?.replace(/\/$/, '') ?? [])
    return {
      serverInfo: { name: 'disclint', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [' ', '{'] },
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        executeCommandProvider: { commands: Object.values(COMMANDS) },
        ...(pulls() && { diagnosticProvider: { identifier: 'disclint', interFileDependencies: false, workspaceDiagnostics: false } }),
      },
    }
  })

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'disclint' })
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] })
    await readSettings()
  })

  const readSettings = async (pushed?: unknown): Promise<void> => {
    const asked: unknown = capabilities.workspace?.configuration ? await connection.workspace.getConfiguration('disclint').catch(() => undefined) : undefined
    settings = settingsFrom(asked ?? pushed, settings)
    relintAll()
  }

  connection.onDidChangeConfiguration(({ settings: pushed }) => readSettings((pushed as { disclint?: unknown } | null)?.disclint))
  connection.onDidChangeWatchedFiles(relintAll)
  documents.onDidSave(({ document: { uri } }) => (/\.ya?ml$/.test(uri) ? relintAll() : session.schedule(uri)))
  documents.onDidChangeContent(({ document: { uri } }) => {
    session.schedule(uri)
    // Rules, configuration and dismissals count as they stand in the editor.
    if (!/\.ya?ml$/.test(uri)) return
    const disclosures = documents.all().filter((other) => kindOfOpen(other.uri) === 'disclosure')
    for (const other of disclosures) session.schedule(other.uri)
    if (disclosures.length > 0) void session.settled(uri).then(refresh)
  })
  documents.onDidClose(({ document: { uri } }) => {
    session.close(uri)
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const linted = await session.settled(uri)
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    return { kind: 'full', items: [...(linted?.diagnostics ?? [])] }
  })
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    if (kindOfOpen(uri) !== 'disclosure') {
      const yaml = await yamlText(uri)
      return (yaml && yamlHoverAt(yaml, position)) ?? null
    }
    const linted = await session.settled(uri)
    const { linter } = await workspace.settingFor(pathOf(uri) ?? '')
    return hoverAt(linted?.report, position, linter) ?? null
  })
  connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
    const yaml = await yamlText(uri)
    // A blank begins a value after a colon or a hyphen; elsewhere it is just a blank.
    const typed = documents.get(uri)?.getText({ start: { line: position.line, character: 0 }, end: position }) ?? ''
    return yaml && (context?.triggerCharacter !== ' ' || /[:-] $/.test(typed)) ? [...completionsAt(yaml, position)] : null
  })
  connection.onDefinition(async ({ textDocument: { uri }, position }) => {
    const linted = await session.settled(uri)
    return findingsAt(linted?.report, position).flatMap(({ finding, site }) => finding.sites.filter((other) => other !== site && other.place?.kind === 'text').map(({ place }) => ({ uri, range: rangeOf(place) })))
  })
  connection.onCodeAction(async (params) => actionsFor(params, await session.settled(params.textDocument.uri), settings.language))
  // Beyond the protocol: the review sheet of an open document, as one HTML page.
  connection.onRequest('disclint/reviewSheet', async ({ textDocument: { uri } }: { textDocument: { uri: string } }) => {
    const [document, path] = [documents.get(uri), pathOf(uri)]
    return document && path !== undefined && kindOfOpen(uri) === 'disclosure' ? workspace.sheet(path, document.getText()) : null
  })
  connection.onExecuteCommand((params) =>
    runCommand(params, {
      connection,
      workspace,
      openText,
      somePath: () => `${folders[0] ?? process.cwd().replaceAll('\\', '/')}/x`,
      canShow: () => capabilities.window?.showDocument?.support === true,
    }),
  )
  documents.listen(connection)
  connection.listen()
}
