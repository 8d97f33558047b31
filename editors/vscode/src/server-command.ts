import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { TransportKind, type ServerOptions } from 'vscode-languageclient/node'

export interface Choice {
  readonly extensionPath: string
  readonly folders: readonly string[]
  /** Code of the workspace runs only where the user trusts it. */
  readonly trusted: boolean
  readonly useWorkspaceVersion: boolean
}

/** How the server is started: the workspace's own disclint where it is trusted and wanted, else the one of the extension. */
export function serverCommand({ extensionPath, folders, trusted, useWorkspaceVersion }: Choice): ServerOptions {
  const own = trusted && useWorkspaceVersion ? folders.map((folder) => join(folder, 'node_modules/disclint/dist/cli.js')).find((path) => existsSync(path)) : undefined
  return own === undefined
    ? { module: join(extensionPath, 'dist/server.mjs'), transport: TransportKind.stdio }
    : { module: own, args: ['lsp'], transport: TransportKind.stdio }
}
