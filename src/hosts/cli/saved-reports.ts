import { DisclintError, isReport, type Report } from '../../index.ts'
import { readText } from './inputs.ts'
import type { CommandIo } from './io.ts'

/** A JSON report that was saved before; rejects with a DisclintError where the file is none. */
export async function readReport(path: string, io: CommandIo): Promise<Report> {
  const report = parsed(await readText(path, io))
  if (report === undefined) throw new DisclintError('no-report', { zh: '这不是 disclint 的 JSON 报告（用 --format json --output 文件 保存）', en: 'this is no JSON report of disclint (save one with --format json --output FILE)' }, { path })
  return report
}

function parsed(text: string): Report | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isReport(value) ? value : undefined
  } catch {
    return undefined
  }
}
