import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Result } from '../core/problem.ts'

const run = promisify(execFile)
const TIME_LIMIT_MS = 60_000
const TARGETS = {
  text: { extension: 'docx', filter: 'docx:MS Word 2007 XML' },
  sheet: { extension: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML' },
} as const

/**
 * Makes .docx or .xlsx of an older file with LibreOffice; undefined where `soffice` is not on PATH. It runs with a profile of its
 * own, so a LibreOffice that is open is left alone, and is ended after a minute.
 */
export async function convertWithOffice(content: Uint8Array, kind: 'text' | 'sheet', file: string): Promise<Result<Uint8Array> | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'disclint-office-'))
  const { extension, filter } = TARGETS[kind]
  try {
    const source = join(folder, `source${/\.[a-z]{2,4}$/i.exec(file)?.[0] ?? ''}`)
    const out = join(folder, 'out')
    await mkdir(out)
    await writeFile(source, content)
    const profile = pathToFileURL(join(folder, 'profile')).href
    await run('soffice', ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', filter, '--outdir', out, source], { timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' })
    return { ok: true, value: await readFile(join(out, `source.${extension}`)) }
  } catch (error) {
    const { code, path, killed } = error as NodeJS.ErrnoException & { killed?: boolean }
    if (code === 'ENOENT' && path === 'soffice') return undefined
    const message = killed
      ? { zh: 'LibreOffice 一分钟内没有转换完，请另存为 .docx 或 .xlsx 再检查', en: 'LibreOffice did not convert the file within a minute; save it as .docx or .xlsx first' }
      : { zh: 'LibreOffice 打不开这个文件（可能已损坏或有密码），请另存为 .docx 或 .xlsx 再检查', en: 'LibreOffice cannot open the file (damaged, or it has a password); save it as .docx or .xlsx first' }
    return { ok: false, problems: [{ code: 'conversion-failed', file, message }] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
