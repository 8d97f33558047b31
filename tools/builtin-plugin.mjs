import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const NAME = 'virtual:disclint-builtin'
const root = fileURLToPath(new URL('../rules/', import.meta.url))

function yamlFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return yamlFiles(path)
      return entry.name.endsWith('.yaml') ? [path] : []
    })
}

/** A file with a YAML fault is passed on as text: loading it reports the fault with its place. */
function parsed(text) {
  try {
    return { content: parse(text, { uniqueKeys: true }) }
  } catch {
    return { text }
  }
}

/**
 * Makes `virtual:disclint-builtin` a module with the parsed rules and vocabulary: the library runs in a browser, and the
 * command line starts without parsing YAML. Used by the build and by the tests alike.
 */
export function builtinRules() {
  return {
    name: 'disclint-builtin',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined
      const files = yamlFiles(root).map((path) => {
        this.addWatchFile?.(path)
        return { path: relative(root, path).split(sep).join('/'), ...parsed(readFileSync(path, 'utf8')) }
      })
      return `export const builtin = JSON.parse(${JSON.stringify(JSON.stringify(files))})`
    },
  }
}
