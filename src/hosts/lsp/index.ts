import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './server.ts'

export { serve }

/** Serves the editor on standard input and output; the process ends with the connection. Returns what ends both from this side. */
export function serveStdio(): () => void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  serve(connection)
  return () => {
    connection.dispose()
    process.stdin.pause()
  }
}
