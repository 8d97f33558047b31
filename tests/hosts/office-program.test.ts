import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { convertWithOffice } from '../../src/files/office-program.ts'
import { folder } from './command.ts'
import { CLI } from './repository.ts'

/** The head of a compound file with a stream of this name. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set([...stream].flatMap((letter) => [letter.charCodeAt(0), 0]), 1024)
  return bytes
}

const openDocument = (type: string): Uint8Array => zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }] })

const OLD: Readonly<Record<string, { readonly content: Uint8Array | string; readonly saved: '.docx' | '.xlsx' }>> = {
  '说明.doc': { content: compound('WordDocument'), saved: '.docx' },
  '说明.wps': { content: compound('WordDocument'), saved: '.docx' },
  '说明.odt': { content: openDocument('text'), saved: '.docx' },
  '说明.rtf': { content: '{\\rtf1\\ansi 2027}', saved: '.docx' },
  '表.xls': { content: compound('Workbook'), saved: '.xlsx' },
  '表.et': { content: compound('Workbook'), saved: '.xlsx' },
  '表.ods': { content: openDocument('spreadsheet'), saved: '.xlsx' },
  '表.2003.xls': { content: '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', saved: '.xlsx' },
}

const OTHER: Readonly<Record<string, { readonly content: Uint8Array | string; readonly said: string }>> = {
  '截图.docx': { content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), said: '读不了这种文件（PNG）' },
  '打包.docx': { content: Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]), said: '读不了这种文件（RAR）' },
  '版式.ofd': { content: zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') }), said: '读不了这种文件（OFD）' },
  '乱码.txt': { content: Uint8Array.from([1, 0, 2, 0, 3]), said: '读不了这种文件（binary）' },
  '空.docx': { content: '', said: '文件是空的（0 字节）' },
}

interface ReportFile {
  readonly file: string
  readonly problems: readonly { readonly code: string; readonly message: { readonly zh: string } }[]
}

function problems(files: Readonly<Record<string, { readonly content: Uint8Array | string }>>): ReadonlyMap<string, string> {
  const cwd = folder(Object.fromEntries(Object.entries(files).map(([name, { content }]) => [name, content])))
  const { status, stdout } = spawnSync(process.execPath, [CLI, ...Object.keys(files), '-f', 'json'], { cwd, encoding: 'utf8', env: { ...process.env, PATH: cwd } })
  expect(status).toBe(2)
  return new Map((JSON.parse(stdout) as { files: readonly ReportFile[] }).files.map((one) => [one.file, one.problems.map(({ message }) => message.zh).join()]))
}

describe('where there is no LibreOffice', () => {
  it('a file of an old format is refused with what to do: WPS or Office first, LibreOffice second', () => {
    const said = problems(OLD)
    for (const [file, { saved }] of Object.entries(OLD)) expect(said.get(file), file).toBe(`这种格式不能直接读，请在 WPS 或 ${saved === '.docx' ? 'Word' : 'Excel'} 中另存为 ${saved} 再检查（装有 LibreOffice 时可以直接检查）`)
  })

  it('a file that is no document says what it is, whatever its name', () => {
    const said = problems(OTHER)
    for (const [file, { said: wanted }] of Object.entries(OTHER)) expect(said.get(file), file).toContain(wanted)
  })
})

describe.skipIf(process.platform === 'win32')('LibreOffice', () => {
  const path = process.env['PATH']
  afterEach(() => {
    process.env['PATH'] = path
  })

  /** A program of this name that does what the script says. */
  function program(script: string): string {
    const root = folder({ soffice: `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/args"\n${script}\n` })
    chmodSync(join(root, 'soffice'), 0o755)
    process.env['PATH'] = `${root}:${path ?? ''}`
    return root
  }

  it('that does not come to an end is ended with what it started', async () => {
    const root = program('sleep 600 & echo $! > "$(dirname "$0")/child"; wait')
    const converted = await convertWithOffice(compound('WordDocument'), 'text', 'x.doc', 1500)
    expect(converted).toMatchObject({ ok: false, problems: [{ code: 'conversion-failed', message: { zh: expect.stringContaining('一分钟内没有转换完，请另存为') as string } }] })
    const child = Number(readFileSync(join(root, 'child'), 'utf8'))
    await expect.poll(() => existsSync(`/proc/${child}`) && !/^State:\s*Z/m.test(readFileSync(`/proc/${child}/status`, 'utf8'))).toBe(false)
  })

  it('runs without a window and with a profile of its own, and a file it cannot open is a problem', async () => {
    const root = program('exit 1')
    const converted = await convertWithOffice(compound('Workbook'), 'sheet', 'x.et')
    expect(converted).toMatchObject({ ok: false, problems: [{ code: 'conversion-failed', message: { zh: expect.stringContaining('打不开这个文件') as string } }] })
    const args = readFileSync(join(root, 'args'), 'utf8')
    expect(args).toMatch(/^--headless\n/)
    expect(args).toMatch(/^-env:UserInstallation=file:\/\/\/.*disclint-office-.*\/profile$/m)
    expect(args).toMatch(/^xlsx:Calc MS Excel 2007 XML$/m)
  })
})
