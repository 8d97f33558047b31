import type { Diagnostic, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { ConfigError, loadConfig, builtinRules, nothingRead, RuleFileError, yamlFaults, type FileReport, type Problem } from '../../index.ts'
import { diagnosticsOf, problemDiagnostic, type Showing } from './diagnostics.ts'
import { rehearsalOf } from './rehearsal.ts'
import { kindOf, pathOf, type DocumentKind } from './selection.ts'
import { staleDiagnostics } from './stale.ts'
import type { Workspace } from './workspace.ts'
import { yamlKind } from './yaml/schemas.ts'

/** How long a document has to be left alone before it is linted again. */
const QUIET_MS = 50

/** Between two steps of a rehearsal, for whatever has come meanwhile. */
const REHEARSAL_PAUSE_MS = 10

/** What was found in one version of a document. */
export interface Linted {
  readonly version: number
  readonly text: string
  /** Absent for YAML, and while a broken text keeps the findings of an earlier one. */
  readonly report?: FileReport
  readonly diagnostics: readonly Diagnostic[]
}

export interface SessionHost {
  readonly documents: TextDocuments<TextDocument>
  readonly workspace: Workspace
  readonly textFiles: () => readonly string[]
  readonly folders: () => readonly string[]
  readonly showing: () => Omit<Showing, 'uri'>
  /** Called for each document whose diagnostics changed. */
  readonly changed: (uri: string, linted: Linted) => void
}

interface Pending {
  readonly done: Promise<void>
  readonly start: () => void
  timer: NodeJS.Timeout
  /** What the quiet time was used for: the findings of the version that began it, as long as nothing has changed since. */
  ahead?: Promise<Seen | undefined>
}

/** One version of a document, and what was found in it where it is checked. */
interface Seen {
  readonly version: number
  readonly linted?: Linted
}

/**
 * The open documents and what was last found in them. Each is linted as a whole once it is quiet; the newest version wins. A change to a
 * document that was quiet is worked on at once and shown when the quiet time is over; of several in a row only the first and the last are.
 */
export class LintSession {
  readonly #host: SessionHost
  readonly #linted = new Map<string, Linted>()
  /** The last result of a text that could be read. */
  readonly #good = new Map<string, Linted>()
  readonly #pending = new Map<string, Pending>()
  /** Runs that have begun: what is asked for meanwhile waits for them. */
  readonly #running = new Map<string, Promise<void>>()
  #rehearsed = false

  constructor(host: SessionHost) {
    this.#host = host
  }

  /** A document was opened or changed, or something that its findings depend on. */
  schedule(uri: string): void {
    const before = this.#pending.get(uri)
    const pending = before ?? this.#newPending(uri)
    clearTimeout(pending.timer)
    pending.timer = setTimeout(pending.start, QUIET_MS)
    if (before) delete before.ahead
    else pending.ahead = this.#ahead(uri, pending)
  }

  scheduleAll(): void {
    for (const { uri } of this.#host.documents.all()) this.schedule(uri)
  }

  close(uri: string): void {
    this.#linted.delete(uri)
    this.#good.delete(uri)
    this.#host.workspace.close(pathOf(uri) ?? '')
  }

  /** What holds for the newest version of a document, once it is linted; undefined where it is not checked. */
  async settled(uri: string): Promise<Linted | undefined> {
    const awaited = (): Promise<void> | undefined => this.#pending.get(uri)?.done ?? this.#running.get(uri)
    for (let wait = awaited(); wait; wait = awaited()) await wait
    return this.#linted.get(uri)
  }

  #newPending(uri: string): Pending {
    let resolve = (): void => undefined
    const promise = new Promise<void>((done) => (resolve = done))
    const pending: Pending = {
      done: promise,
      start: () => {
        this.#pending.delete(uri)
        const run = this.#run(uri, pending.ahead).finally(() => {
          if (this.#running.get(uri) === run) this.#running.delete(uri)
          resolve()
        })
        this.#running.set(uri, run)
      },
      timer: setTimeout(() => undefined, 0),
    }
    this.#pending.set(uri, pending)
    return pending
  }

  /** Begins once the messages that came together have been taken in, and not where one of them changed the document again. */
  async #ahead(uri: string, pending: Pending): Promise<Seen | undefined> {
    await new Promise<void>((then) => setImmediate(then))
    return pending.ahead && this.#pending.get(uri) === pending ? this.#seen(uri) : undefined
  }

  async #seen(uri: string): Promise<Seen | undefined> {
    const document = this.#host.documents.get(uri)
    if (!document) return undefined
    const { version } = document
    const text = document.getText()
    const kind = kindOf(uri, text, this.#host.textFiles(), this.#host.folders())
    return { version, ...(kind !== undefined && { linted: await this.#lint({ uri, kind, version, text }) }) }
  }

  async #run(uri: string, ahead: Pending['ahead']): Promise<void> {
    const seen = (await ahead) ?? (await this.#seen(uri))
    // A newer version is on its way, and its result is the one to be shown.
    if (!seen || this.#host.documents.get(uri)?.version !== seen.version) return
    const { version, linted = { version, text: this.#host.documents.get(uri)?.getText() ?? '', diagnostics: [] } } = seen
    if (!seen.linted && !this.#linted.has(uri)) return
    this.#linted.set(uri, linted)
    this.#host.changed(uri, linted)
    if (linted.report && !uri.endsWith('.json')) void this.#rehearse(uri, linted)
  }

  /** While the first text that was opened is read and nobody types: the first keystrokes in it are then as quick as the later ones. */
  async #rehearse(uri: string, { version, text }: Linted): Promise<void> {
    if (this.#rehearsed) return
    this.#rehearsed = true
    for (const typed of rehearsalOf(text)) {
      await new Promise((then) => setTimeout(then, REHEARSAL_PAUSE_MS))
      if (this.#pending.has(uri) || this.#host.documents.get(uri)?.version !== version) return
      // Nobody asked for it: what goes wrong is told when the text itself is linted.
      await this.#host.workspace.lint(pathOf(uri) ?? '', typed).catch(() => undefined)
    }
  }

  async #lint({ uri, kind, version, text }: { uri: string; kind: DocumentKind; version: number; text: string }): Promise<Linted> {
    const showing: Showing = { uri, ...this.#host.showing() }
    const path = pathOf(uri) ?? ''
    if (kind === 'yaml') {
      const faults = await this.#yamlFaults(path, text)
      return { version, text, diagnostics: faults.map((fault) => problemDiagnostic(fault, showing.language)) }
    }
    const report = await this.#host.workspace.lint(path, text)
    const diagnostics = diagnosticsOf(report, showing)
    const good = this.#good.get(uri)
    if (good && nothingRead(report)) return { version, text, diagnostics: [...diagnostics, ...staleDiagnostics(good.diagnostics, good.text, text, showing.language)] }
    const linted: Linted = { version, text, report, diagnostics }
    if (!nothingRead(report)) this.#good.set(uri, linted)
    return linted
  }

  /** Faults of a configuration, a rule or a vocabulary file; any other YAML is none of our business. */
  async #yamlFaults(path: string, text: string): Promise<readonly Problem[]> {
    const { config, faults } = await this.#host.workspace.settingFor(path)
    // A file that keeps its configuration from being loaded is known by the faults alone.
    if (!/(^|\/)disclint\.config\.ya?ml$/.test(path)) return yamlFaults({ path, text, certain: ['rule', 'vocabulary'].includes(yamlKind(path, text) ?? '') }, config) ?? faults.filter(({ file }) => file === path)
    try {
      await loadConfig(this.#host.workspace.files(), path, await builtinRules())
      return []
    } catch (error) {
      if (!(error instanceof ConfigError) && !(error instanceof RuleFileError)) throw error
      return error.faults.filter(({ file }) => file === path)
    }
  }
}
