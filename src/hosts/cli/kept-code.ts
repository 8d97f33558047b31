import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { Script, constants } from 'node:vm'

/** A file of the bundle as CommonJS runs it. */
type ModuleFunction = (exports: object, require: (id: string) => unknown, module: { exports: object }, path: string, folder: string) => void

/** Node 20 gives code that was kept no way to import: files that do (a PDF library, plugins) are compiled each time. */
const IMPORTS = /\bimport\(/

const A_WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Loads the bundle's CommonJS files with the code that an earlier run of the same Node compiled, and keeps that code for the next run:
 * for Node 20 what Node 22 does by itself (`module.enableCompileCache`). It saves a tenth of a cold run. Without a folder nothing is
 * kept and everything is compiled.
 */
export class KeptCode {
  readonly #role: string
  readonly #folder: string | undefined
  readonly #require: (id: string) => unknown
  readonly #loaded = new Map<string, { exports: object }>()
  readonly #compiled = new Map<string, Script>()

  /** `entry`: the file that what is not of the bundle is found from. `role`: what the thread does; each uses functions of its own. */
  constructor(entry: URL, role: 'main' | 'worker', folder = privateFolder()) {
    this.#role = role
    this.#folder = folder
    this.#require = createRequire(entry)
    hushLoaderWarning()
  }

  /** The exports of a file of the bundle, by its path. Throws what the file throws. */
  load(path: string): object {
    const known = this.#loaded.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    this.#loaded.set(path, module)
    const run = this.#script(path).runInThisContext() as ModuleFunction
    run(module.exports, (id) => (id.startsWith('.') ? this.load(resolve(dirname(path), id)) : this.#require(id)), module, path, dirname(path))
    return module.exports
  }

  #script(path: string): Script {
    const bytes = readFileSync(path)
    // Of a source V8 itself compares the length alone.
    const name = `${basename(path)}-${this.#role}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
    const source = isAscii(bytes) ? bytes.toString('latin1') : bytes.toString()
    const cachedData = this.#kept(name)
    const keeps = cachedData !== undefined || !IMPORTS.test(source)
    const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    })
    if (keeps && (!cachedData || script.cachedDataRejected === true)) this.#compiled.set(name, script)
    return script
  }

  #kept(name: string): Buffer | undefined {
    try {
      return this.#folder === undefined ? undefined : readFileSync(join(this.#folder, name))
    } catch {
      return undefined
    }
  }

  /** Keeps what had to be compiled, with the functions called so far, and clears away what is older than a week. What cannot be written is not kept. */
  keep(): void {
    if (this.#folder === undefined || this.#compiled.size === 0) return
    clearOld(this.#folder)
    for (const [name, script] of this.#compiled) {
      const part = join(this.#folder, `${name}.${process.pid}`)
      try {
        writeFileSync(part, script.createCachedData(), { mode: 0o600 })
        renameSync(part, join(this.#folder, name))
      } catch {
        rmSync(part, { force: true })
      }
    }
  }
}

/** Node 20 tells whoever runs a plugin that the way kept code imports it is experimental: that is our business, not theirs. Other warnings are told. */
function hushLoaderWarning(): void {
  const warn = process.emitWarning.bind(process) as (...given: readonly unknown[]) => void
  process.emitWarning = (...given: readonly unknown[]) => {
    if (!String(given[0]).includes('USE_MAIN_CONTEXT_DEFAULT_LOADER')) warn(...given)
  }
}

/** Code of other versions, and parts that a killed run left; another run may be clearing the same. */
function clearOld(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      if (lstatSync(file).mtimeMs < Date.now() - A_WEEK) rmSync(file, { force: true })
    }
  } catch {
    // The next run that keeps something clears it.
  }
}

/** A folder of the user's own for code compiled by this Node; none where another user could have written to it, or where keeping code is switched off as for Node itself. */
function privateFolder(): string | undefined {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] === '1') return undefined
  const user = process.getuid?.()
  const folder = join(tmpdir(), `disclint-code-${user ?? 'user'}-${process.version}-${process.arch}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    const own = found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & 0o077) === 0))
    return own ? folder : undefined
  } catch {
    return undefined
  }
}
