import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Connection, ExecuteCommandParams, Range } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { explainRule } from '../../index.ts'
import { COMMANDS } from './actions.ts'
import { pathOf } from './selection.ts'
import { addSuppression, isDismissal } from './suppress.ts'
import type { OpenText, Workspace } from './workspace.ts'

export interface CommandHost {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly openText: OpenText
  /** A path of the workspace, for commands that speak of no document. */
  readonly somePath: () => string
  /** Whether the client can be asked to show a place. */
  readonly canShow: () => boolean
}

/** Runs a command of `actionsFor`. Answers with what it showed, for clients that show nothing. */
export async function runCommand({ command, arguments: [first, second] = [] }: ExecuteCommandParams, host: CommandHost): Promise<unknown> {
  if (command === COMMANDS.goTo && typeof first === 'string') return show(first, second as Range, host)
  if (command === COMMANDS.explain && typeof first === 'string') return explain(first, host)
  if (command === COMMANDS.suppress && typeof first === 'string' && isDismissal(second)) return suppress(first, second, host)
  return null
}

async function show(uri: string, selection: Range | undefined, { connection, canShow }: CommandHost): Promise<unknown> {
  if (canShow()) await connection.window.showDocument({ uri, takeFocus: true, ...(selection && { selection }) })
  return { uri, range: selection }
}

async function explain(id: string, host: CommandHost): Promise<string | null> {
  const { linter } = await host.workspace.settingFor(host.somePath())
  const rule = linter.rules.find(({ definition }) => definition.id === id)
  const about = linter.report([]).rules.find((known) => known.id === id)
  const text = rule ? explainRule(rule, linter.language) : about ? `# ${id}\n\n**${about.title[linter.language]}**\n\n${about.why[linter.language]}\n\n${about.howToFix[linter.language]}\n` : null
  if (text === null) return null
  if (host.canShow()) {
    const path = join(await mkdtemp(join(tmpdir(), 'disclint-')), `${id.replaceAll('/', '-')}.md`)
    await writeFile(path, text)
    await host.connection.window.showDocument({ uri: pathToFileURL(path).href, takeFocus: true })
  } else host.connection.window.showInformationMessage(text)
  return text
}

async function suppress(uri: string, entry: { rule: string; fingerprint: string; values: string }, host: CommandHost): Promise<unknown> {
  const { connection, workspace, openText } = host
  const { suppressionsPath: path } = await workspace.settingFor(pathOf(uri) ?? '')
  const files = workspace.files()
  const target = pathToFileURL(path).href
  const exists = await files.exists(path)
  const before = exists ? await files.readFile(path) : ''
  const added = addSuppression(before, entry)
  if (!added) {
    connection.window.showErrorMessage(`${path}: YAML ✖`)
    return null
  }
  const document = TextDocument.create(target, 'yaml', 0, before)
  const edit = { range: { start: document.positionAt(0), end: document.positionAt(before.length) }, newText: added.text }
  const applied = await connection.workspace.applyEdit({
    label: 'disclint',
    edit: { documentChanges: [...(exists || openText(path) !== undefined ? [] : [{ kind: 'create' as const, uri: target, options: { ignoreIfExists: true } }]), { textDocument: { uri: target, version: null }, edits: [edit] }] },
  })
  if (!applied.applied) return null
  return show(target, added.reason, host)
}
