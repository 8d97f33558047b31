import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DisclintError } from '../core/errors.ts'
import { writeFailure } from './failure-words.ts'

/** Files that are being written; no file of another program has such a name. */
const UNFINISHED = /^\.disclint-[\da-f-]{36}\.tmp$/

/** An unfinished file as old as this was left by a run that was killed. */
const STALE_MS = 10 * 60_000

const unfinished = new Set<string>()
const tidied = new Set<string>()

/**
 * Writes a file as a whole or not at all: to a new file beside it, which then takes its place. Folders are made where they
 * lack; a symbolic link keeps pointing to the file written, which keeps its mode. A device or pipe is written to, not replaced. Paths are relative to `cwd`. Rejects with a
 * DisclintError that says why not.
 */
export async function writeAtomically(file: string, data: string | Uint8Array, cwd: string): Promise<void> {
  try {
    await write(resolve(cwd, file), data)
  } catch (cause) {
    throw new DisclintError('unwritable', writeFailure(cause), { path: file, cause })
  }
}

/** Removes what this process has begun to write and not finished: for a run that ends at once. */
export function discardUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
}

async function write(path: string, data: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path))
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => undefined)
  if (found && !found.isFile()) {
    await writeFile(target, data)
    return
  }
  await tidy(dirname(target))
  const temporary = join(dirname(target), `.disclint-${randomUUID()}.tmp`)
  unfinished.add(temporary)
  try {
    const file = await open(temporary, 'wx', found ? found.mode & 0o777 : 0o666)
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    unfinished.delete(temporary)
  }
}

/** Step by step: where a file system refuses a folder, mkdir's own recursion can try for ever. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await mkdir(folder).catch(async (error: unknown) => {
    const other = await stat(folder).catch(() => undefined)
    if (!other?.isDirectory()) throw error
  })
}

/** Removes what killed runs have left in a folder. */
async function tidy(folder: string): Promise<void> {
  if (tidied.has(folder)) return
  tidied.add(folder)
  for (const name of await readdir(folder).catch(() => [])) {
    if (!UNFINISHED.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}
