import { readFile } from 'node:fs/promises'

/** The page as the server sends it: it may speak to this server, and to nothing else. */
export async function servedPage(path: URL): Promise<string> {
  const page = await readFile(path, 'utf8')
  const served = page.replace("worker-src blob:", "worker-src blob:; connect-src 'self'").replace('<div id="app">', '<div id="app" data-served>')
  if (served === page) throw new Error(`${path.pathname} is not the page that npm run build makes`)
  return served
}
