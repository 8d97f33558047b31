import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Result } from '../core/problem.ts'
import type { Bilingual } from '../core/text.ts'

const TIME_LIMIT_MS = 60_000
const TARGETS = {
  text: { extension: 'docx', filter: 'docx:MS Word 2007 XML' },
  sheet: { extension: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML' },
} as const

/**
 * Makes .docx or .xlsx of an older file with LibreOffice; undefined where `soffice` is not on PATH. It runs with a profile of its
 * own, so a LibreOffice that is open is left alone, and is ended with all it started after a minute.
 */
export async function convertWithOffice(content: Uint8Array, kind: 'text' | 'sheet', file: string, timeLimit = TIME_LIMIT_MS): Promise<Result<Uint8Array> | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'disclint-office-'))
  const { extension, filter } = TARGETS[kind]
  try {
    const source = join(folder, `source${/\.[a-z]{2,4}$/i.exec(file)?.[0] ?? ''}`)
    const out = join(folder, 'out')
    await mkdir(out)
    await writeFile(source, content)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const ended = await runOffice(['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', filter, '--outdir', out, source], timeLimit)
    if (ended === 'absent') return undefined
    if (ended === 'late') return failed(file, { zh: 'LibreOffice 一分钟内没有转换完，请另存为 .docx 或 .xlsx 再检查', en: 'LibreOffice did not convert the file within a minute; save it as .docx or .xlsx first' })
    return { ok: true, value: await readFile(join(out, `source.${extension}`)) }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return failed(file, { zh: 'LibreOffice 打不开这个文件（可能已损坏或有密码），请另存为 .docx 或 .xlsx 再检查', en: 'LibreOffice cannot open the file (damaged, or it has a password); save it as .docx or .xlsx first' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function failed(file: string, message: Bilingual): Result<Uint8Array> {
  return { ok: false, problems: [{ code: 'conversion-failed', file, message }] }
}

/** Runs LibreOffice in a group of its own: `soffice` is a script on most systems, and what it starts must end with it. */
function runOffice(args: readonly string[], timeLimit: number): Promise<'done' | 'late' | 'absent'> {
  return new Promise((done, fail) => {
    const child = spawn('soffice', args, { detached: process.platform !== 'win32', stdio: 'ignore', windowsHide: true })
    const end = (): void => endGroup(child)
    const finish = (how: 'done' | 'late' | 'absent'): void => {
      clearTimeout(timer)
      process.off('exit', end)
      done(how)
    }
    const timer = setTimeout(() => {
      end()
      finish('late')
    }, timeLimit)
    process.on('exit', end)
    child.once('exit', () => finish('done'))
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') fail(error)
      finish('absent')
    })
  })
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
