import { describe, expect, it } from 'vitest'
import { HOSTILE } from '../../tools/office/hostile.ts'
import { HOSTILE_PDF } from '../../tools/pdf/hostile.ts'
import { folder, run } from './command.ts'

/** A table longer than any disclosure. */
const LONG = { file: '很长.csv', code: 'file-too-large', make: () => new TextEncoder().encode('项目,金额\n'.repeat(30_000)) }

describe('files made to exhaust a reader', () => {
  it.each([...HOSTILE, ...HOSTILE_PDF, LONG])('$file is refused with a clear message, and the other file is linted', async ({ file, code, make }) => {
    const cwd = folder({ [file]: make(), '正常.txt': '2027年单位预算公开\n\n收入合计10万元，其中：财政拨款6万元、其他收入3万元。\n' })
    const { code: exit, stdout } = await run(cwd, [file, '正常.txt', '--format', 'json'])
    const { files } = JSON.parse(stdout) as { files: { file: string; problems: { code: string; message: { zh: string } }[]; coverage: unknown[] }[] }
    expect(exit).toBe(2)
    expect(files.find((one) => one.file === file)?.problems).toMatchObject([{ code, message: { zh: expect.stringMatching(/\p{Script=Han}/u) as string } }])
    expect(files.find((one) => one.file === '正常.txt')?.problems).toEqual([])
  })
})
