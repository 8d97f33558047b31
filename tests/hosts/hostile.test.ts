import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { wordFile } from '../../tools/office/docx.ts'
import { HOSTILE } from '../../tools/office/hostile.ts'
import { ENDLESS_PDF, HOSTILE_PDF } from '../../tools/pdf/hostile.ts'
import { folder, run } from './command.ts'
import { CLI } from './repository.ts'

const GOOD = '2027年单位预算公开\n\n收入合计10万元，其中：财政拨款6万元、其他收入3万元。\n'

/** A table longer than any disclosure. */
const LONG = { file: '很长.csv', code: 'file-too-large', make: () => new TextEncoder().encode('项目,金额\n'.repeat(30_000)) }

describe('files made to exhaust a reader', () => {
  it.each([...HOSTILE, ...HOSTILE_PDF, LONG])('$file is refused with a clear message, and the other file is linted', async ({ file, code, make }) => {
    const cwd = folder({ [file]: make(), '正常.txt': GOOD })
    const { code: exit, stdout } = await run(cwd, [file, '正常.txt', '--format', 'json'])
    const { files } = JSON.parse(stdout) as { files: { file: string; problems: { code: string; message: { zh: string } }[]; coverage: unknown[] }[] }
    expect(exit).toBe(2)
    expect(files.find((one) => one.file === file)?.problems).toMatchObject([{ code, message: { zh: expect.stringMatching(/\p{Script=Han}/u) as string } }])
    expect(files.find((one) => one.file === '正常.txt')?.problems).toEqual([])
  })

  it.each([...HOSTILE_PDF, ENDLESS_PDF])('$file is refused by the program itself without a word on standard error, whatever the PDF library is caught in', ({ file, code, make }) => {
    const cwd = folder({ [file]: make(), '正常.txt': GOOD })
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, file, '正常.txt', '--format', 'json'], { cwd, encoding: 'utf8' })
    const { files } = JSON.parse(stdout) as { files: { file: string; problems: { code: string }[] }[] }
    expect(status).toBe(2)
    expect(stderr).toBe('')
    expect(files.map((one) => [one.file, one.problems.map((problem) => problem.code)])).toEqual([[file, [code]], ['正常.txt', []]])
  }, 60_000)

  it('a picture that inflates beyond measure is not inflated for a copy with comments', async () => {
    const parts = unzipSync(wordFile('<w:p><w:r><w:t>收入合计10万元，其中：财政拨款6万元、其他收入3万元。</w:t></w:r></w:p>'))
    const cwd = folder({ 'x.docx': overstated(zipSync({ ...parts, 'word/media/image1.png': new Uint8Array(1000) }), 'word/media/image1.png') })
    expect((await run(cwd, ['x.docx', '--excerpt'])).code).toBe(0)
    const { code, stderr } = await run(cwd, ['x.docx', '--excerpt', '--format', 'docx', '--output', 'out.docx'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^文件内容超过 256 MB/)
    expect(existsSync(join(cwd, 'out.docx'))).toBe(false)
  })
})

/** The zip with a part that says it is a gigabyte. */
function overstated(bytes: Uint8Array, part: string): Uint8Array {
  const at = new TextDecoder('latin1').decode(bytes).lastIndexOf(part)
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at - 46 + 24, 2 ** 30, true)
  return bytes
}
