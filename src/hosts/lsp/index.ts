import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './server.ts'

export { serve }

/** Serves the editor on standard input and output; the process ends with the connection, or when the returned function is called. */
export function serveStdio(): () => never {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  serve(connection)
  return () => {
    connection.dispose()
    // Watched files and the editor's pipe would keep the process: nobody reads what it would still say.
    process.exit(0)
  }
}
