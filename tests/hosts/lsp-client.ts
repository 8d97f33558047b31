import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type CodeAction, type Diagnostic, type ProtocolConnection, type PublishDiagnosticsParams, type ShowDocumentParams, type WorkspaceEdit } from 'vscode-languageserver/node'
import { serve } from '../../src/hosts/lsp/index.ts'

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
}

/** A language client without an editor, in the same process as the server. */
export class Client {
  readonly connection: ProtocolConnection
  readonly shown: ShowDocumentParams[] = []
  readonly edits: WorkspaceEdit[] = []
  readonly published: PublishDiagnosticsParams[] = []
  readonly root: string
  #waiting: (() => void)[] = []
  #refreshed: (() => void)[] = []

  private constructor(root: string) {
    this.root = root
    const [up, down] = [new PassThrough(), new PassThrough()]
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)))
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params)
      for (const wake of this.#waiting.splice(0)) wake()
    })
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.edits.push(edit)
      return { applied: true }
    })
    this.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      this.shown.push(params)
      return { success: true }
    })
    this.connection.onRequest('client/registerCapability', () => null)
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      for (const wake of this.#refreshed.splice(0)) wake()
      return null
    })
    this.connection.listen()
  }

  static async start(root: string, { capabilities = {}, initializationOptions }: ClientOptions = {}): Promise<Client> {
    const client = new Client(root)
    await client.connection.sendRequest('initialize', { processId: null, rootUri: pathToFileURL(root).href, workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'x' }], capabilities, initializationOptions })
    await client.connection.sendNotification('initialized', {})
    return client
  }

  uri(name: string): string {
    return pathToFileURL(`${this.root}/${name}`).href
  }

  async open(name: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri(name), languageId: 'json', version: 1, text } })
  }

  async change(name: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges: [{ text }] })
  }

  /** The diagnostics of a version of a document, once they are published. */
  async diagnostics(name: string, version = 1, fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.published.findLast((params) => params.uri === this.uri(name))
      if (found?.version === version && fits(found.diagnostics)) return found.diagnostics
      await new Promise<void>((wake) => this.#waiting.push(wake))
    }
  }

  /** Until the server asks next that diagnostics be pulled again. */
  refreshed(): Promise<void> {
    return new Promise((wake) => this.#refreshed.push(wake))
  }

  async ask<T>(method: string, name: string, more: object): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(name) }, ...more })
  }

  async actions(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    return this.ask('textDocument/codeAction', name, { range: diagnostic.range, context: { diagnostics: [diagnostic] } })
  }

  async run({ command }: CodeAction): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command: command?.command, arguments: command?.arguments })
  }
}
