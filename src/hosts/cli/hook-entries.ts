import { chmod } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import type { Language } from '../../index.ts'
import { exists, hooksFolder } from '../../files/node.ts'
import { readText, save } from './inputs.ts'
import type { CommandIo } from './io.ts'

/** What became of the file that a hook is entered in. */
export type HookChange =
  | { readonly kind: 'written' | 'kept'; readonly path: string }
  | { readonly kind: 'by-hand'; readonly path: string; readonly add: string }

/** The project's own disclint where there is one, else the one on the path. */
const PROGRAM = 'PATH="$PWD/node_modules/.bin:$PATH" disclint'
const COMMAND = `${PROGRAM} --staged`
const SCRIPT: Readonly<Record<Language, string>> = {
  zh: `#!/bin/sh\n# 提交前检查暂存区里的公开文本（disclint init --hook git 写入）\n${COMMAND}\n`,
  en: `#!/bin/sh\n# Lints the disclosures that are about to be committed (written by disclint init --hook git)\n${COMMAND}\n`,
}

/** What has to be run once, so that git asks the program whose file holds the entry; it does no harm to run it again. */
export const ENABLED_BY: Readonly<Partial<Record<keyof typeof HOOKS, string>>> = { lefthook: 'npx lefthook install', husky: 'npx husky', 'pre-commit': 'pre-commit install' }

/** How each way of running hooks is told of disclint. */
export const HOOKS = { git: gitHook, lefthook, husky, 'pre-commit': preCommit } satisfies Record<string, (io: CommandIo, language: Language) => Promise<HookChange>>

async function gitHook(io: CommandIo, language: Language): Promise<HookChange> {
  return script(join(await hooksFolder(io.cwd), 'pre-commit'), language, io)
}

async function husky(io: CommandIo, language: Language): Promise<HookChange> {
  return script(resolve(io.cwd, '.husky/pre-commit'), language, io)
}

async function script(path: string, language: Language, io: CommandIo): Promise<HookChange> {
  if (await exists(path, io.cwd)) {
    const before = await readText(path, io)
    return before.includes('disclint') ? { kind: 'kept', path } : { kind: 'by-hand', path, add: COMMAND }
  }
  await save(path, SCRIPT[language], io)
  await chmod(path, 0o755)
  return { kind: 'written', path }
}

async function lefthook(io: CommandIo): Promise<HookChange> {
  return entry('lefthook.yml', { path: ['pre-commit', 'commands', 'disclint'], value: { run: COMMAND } }, io)
}

async function preCommit(io: CommandIo): Promise<HookChange> {
  // No shell runs the entry unless it names one; the files stand behind it.
  const hook = { id: 'disclint', name: 'disclint', language: 'system', entry: `sh -c '${PROGRAM} "$@"' --`, files: '\\.disclosure\\.json$', require_serial: true }
  return entry('.pre-commit-config.yaml', { path: ['repos'], value: { repo: 'local', hooks: [hook] }, append: true }, io)
}

interface Entry {
  readonly path: readonly string[]
  readonly value: object
  /** The value is one more of the list at `path`. */
  readonly append?: true
}

/** Adds an entry to a YAML file, comments and order kept; a file that has it already, or that is no map, stays as it is. */
async function entry(path: string, { path: keys, value, append }: Entry, io: CommandIo): Promise<HookChange> {
  const before = (await exists(path, io.cwd)) ? await readText(path, io) : ''
  if (/\bdisclint\b/.test(before.replace(/^\s*#.*$/gm, ''))) return { kind: 'kept', path }
  const document: Document = parseDocument(before)
  const list = append && document.getIn(keys)
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)) || (list !== undefined && append && !isSeq(list))) {
    return { kind: 'by-hand', path, add: JSON.stringify(value) }
  }
  if (append && isSeq(list)) document.addIn(keys, document.createNode(value))
  else document.setIn(keys, document.createNode(append ? [value] : value))
  await save(path, document.toString({ lineWidth: 0 }), io)
  return { kind: 'written', path }
}
