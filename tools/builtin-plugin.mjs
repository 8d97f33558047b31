import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { compileAhead } from './compile-ahead.mjs'

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

/** An entry of the vocabulary without the texts that prove it: they are for tests only. */
const unproved = ({ examples: _, lookalikes: __, ...entry }) => entry

/** An example of a rule without what it is made of: the checker of rules wants to know that there is one of each kind. */
const outlined = ({ is, cause }) => ({ is, given: {}, ...(cause && { cause }) })

/** A file of rules or vocabulary as a run needs it. */
function lean(file) {
  if (Array.isArray(file.content?.examples)) return { ...file, content: { ...file.content, examples: file.content.examples.map(outlined) } }
  if (!file.path.startsWith('vocabulary/') || !file.content) return file
  const sections = Object.entries(file.content).map(([name, entries]) => [name, name === 'lists' ? entries : Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, Array.isArray(entry) || typeof entry !== 'object' || entry === null ? entry : unproved(entry)]))])
  return { ...file, content: Object.fromEntries(sections) }
}

const json = (name, value) => `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/**
 * The module of `ahead` that reads its texts, when they are asked for, from a file beside the bundle: a run needs half of them, and code with
 * strings of megabytes is read, compared and compiled as a whole. In UTF-16 strings are read as they are; the texts of a list stand one a line.
 */
function beside(ahead) {
  const texts = Object.values(ahead).map((part) => (Array.isArray(part) ? part.join('\n') : part))
  const bytes = Buffer.from(texts.join(''), 'utf16le')
  const fileName = `ahead-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`
  let end = 0
  const parts = Object.entries(ahead).map(([name, part], at) => {
    const from = end
    end += texts[at].length * 2
    return `get ${name}() { return (known.${name} ??= read(${from}, ${end})${Array.isArray(part) ? `.split('\\n')` : ''}) }`
  })
  const code = `import { readFileSync } from 'node:fs'
const known = {}
const read = (from, to) => (known.bytes ??= readFileSync(__dirname + '/${fileName}')).toString('utf16le', from, to)
export const ahead = { ${parts.join(', ')} }`
  return { fileName, bytes, code }
}

/**
 * Makes `virtual:disclint-builtin` a module with the parsed rules and vocabulary: the library runs in a browser, and the
 * command line starts without parsing YAML. `virtual:disclint-wording` has the wording alone; with `ahead`,
 * `virtual:disclint-ahead` has rules and vocabulary checked by the build, `apart` in a file of their own, which CommonJS
 * for Node can read. Used by the build and by the tests alike; with `examples: false`, rules and vocabulary have no examples.
 */
export function builtinRules({ ahead = false, apart = false, examples = true } = {}) {
  const modules = {
    builtin: (files) => json('builtin', examples ? files : files.map(lean)),
    wording: (files) => json('wordingFiles', files.filter(({ path }) => path.startsWith('wording/'))),
    ahead: async (files, emit) => {
      if (!ahead) return 'export const ahead = undefined'
      const compiled = await compileAhead(files)
      if (!apart) return `export const ahead = ${JSON.stringify(compiled)}`
      const { fileName, bytes, code } = beside(compiled)
      emit({ type: 'asset', fileName, source: bytes })
      return code
    },
  }
  const named = (id) => Object.keys(modules).find((name) => id === `virtual:disclint-${name}`)
  return {
    name: 'disclint-builtin',
    resolveId: (id) => (named(id) ? `\0${id}` : undefined),
    async load(id) {
      const name = id.startsWith('\0') ? named(id.slice(1)) : undefined
      if (!name) return undefined
      const files = yamlFiles(root).map((path) => {
        this.addWatchFile?.(path)
        return { path: relative(root, path).split(sep).join('/'), ...parsed(readFileSync(path, 'utf8')) }
      })
      return modules[name](files, (file) => this.emitFile(file))
    },
  }
}
