import { fileURLToPath } from 'node:url'
import { basename, relative } from 'node:path'
import { matchesFile } from '../../index.ts'

/** What a document is to the server. */
export type DocumentKind = 'disclosure' | 'yaml'

const SCHEMA = /"\$schema"\s*:\s*"[^"]*\bdisclosure\.schema\.json"/
const HEAD = 2000

/** Whether and how a document is checked: never just because it is JSON or text. */
export function kindOf(uri: string, text: string, textFiles: readonly string[], folders: readonly string[]): DocumentKind | undefined {
  const path = pathOf(uri)
  if (path === undefined) return undefined
  const name = basename(path)
  if (/\.ya?ml$/.test(name)) return 'yaml'
  if (name.endsWith('.disclosure.json')) return 'disclosure'
  if (name.endsWith('.json')) return SCHEMA.test(text.slice(0, HEAD)) ? 'disclosure' : undefined
  const seen = folders.map((folder) => relative(folder, path).replaceAll('\\', '/')).filter((inner) => !inner.startsWith('..'))
  return textFiles.some((glob) => [path, ...seen].some((candidate) => matchesFile(glob, candidate))) ? 'disclosure' : undefined
}

/** The absolute path of a `file:` URI, with `/`. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : undefined
  } catch {
    return undefined
  }
}
