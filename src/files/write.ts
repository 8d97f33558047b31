import { randomUUID } from 'node:crypto'
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Writes a file as a whole or not at all: to a new file beside it, which then takes its place. Folders are made where they
 * lack; a symbolic link keeps pointing to the file written, which keeps its mode. A device or pipe is written to, not replaced. Paths are relative to `cwd`. Rejects as
 * node:fs does.
 */
export async function writeAtomically(file: string, data: string | Uint8Array, cwd: string): Promise<void> {
  const path = resolve(cwd, file)
  await mkdir(dirname(path), { recursive: true })
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => undefined)
  if (found && !found.isFile()) {
    await writeFile(target, data)
    return
  }
  const mode = found ? found.mode & 0o777 : 0o666
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode)
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
  }
}
