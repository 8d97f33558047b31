import { resolve } from 'node:path'
import { openSubject, type Problem, type Reader, type Subject } from '../../index.ts'
import { convertWithOffice, discover, readSource, readSubject, stagedFiles, writeAtomically } from '../../files/node.ts'
import type { Result } from '../../core/problem.ts'
import type { CommandIo } from './io.ts'
import type { Progress } from './progress.ts'

export interface Inputs {
  readonly subjects: readonly Subject[]
  readonly problems: readonly Problem[]
}

/** A file ready to be linted; old formats go through LibreOffice where there is one, PDFs through a process that can be ended. */
export function open(subject: Subject, { worker }: CommandIo): Promise<Subject> {
  const readPdf: Reader = async (input) => (await import('./reader-process.ts')).readApart(input, worker as URL)
  return openSubject(subject, { convert: convertWithOffice, ...(worker && { readPdf }) })
}

/** Finds and reads the files that paths, folders and globs name; what cannot be found or read is a problem each. */
export async function readSubjects(patterns: readonly string[], io: CommandIo, progressFor?: (total: number) => Progress): Promise<Inputs> {
  const found = await discover(patterns, io.cwd)
  const subjects: Subject[] = []
  const problems: Problem[] = [...found.problems]
  const progress = progressFor?.(found.files.length)
  for (const file of found.files) {
    progress?.at(file)
    const read = await readFile(file, io)
    if (read.ok) subjects.push(await open(read.value, io))
    else problems.push(...read.problems)
    progress?.done()
  }
  progress?.end()
  return { subjects, problems }
}

/** A file with its sidecar, as it is on disk. */
export async function readFile(file: string, io: CommandIo): Promise<Result<Subject & { readonly sha256: string }>> {
  const source = await readSource(resolve(io.cwd, file))
  if (!source.ok) return { ok: false, problems: source.problems.map((problem) => ({ ...problem, file })) }
  return { ok: true, value: { file, content: source.value.bytes, sha256: source.value.sha256, ...(await sidecarOf(file, io)) } }
}

/** Where `import` writes the map of a disclosure JSON. */
export function sidecarPath(file: string): string {
  return `${file.replace(/(?:\.disclosure)?\.json$/i, '')}.disclosure.map.json`
}

async function sidecarOf(file: string, io: CommandIo): Promise<{ readonly sidecar?: string }> {
  if (!/\.json$/i.test(file)) return {}
  const map = await readSource(resolve(io.cwd, sidecarPath(file)))
  return map.ok ? { sidecar: new TextDecoder().decode(map.value.bytes) } : {}
}

/** What the next commit will hold of the files it changes; all of them, or those that `patterns` name. */
export async function readStaged(patterns: readonly string[], io: CommandIo): Promise<readonly Subject[]> {
  return Promise.all((await stagedFiles(patterns, io.cwd)).map((subject) => open(subject, io)))
}

/** The text of a file the run hangs on; a failure is one clear line and exit code 2. */
export async function readText(path: string, io: CommandIo): Promise<string> {
  return new TextDecoder().decode((await readSubject(path, io.cwd)).content)
}

/** Writes a result, whole or not at all; a failure is one clear line and exit code 2. */
export async function save(path: string, content: string | Uint8Array, io: CommandIo): Promise<void> {
  await writeAtomically(path, content, io.cwd)
}
