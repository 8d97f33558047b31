import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FORMAT_NAMES } from '../../src/hosts/cli/formats.ts'
import { folder, run } from './command.ts'

const MOBILE = '13812345678'
const IDENTITY = '11010519491231002X'
const CARD = '6222020200112233446'
const NAME = '吴清河'

// Every paragraph with personal data has another defect as well, so that its sentence is quoted by another finding.
const DOCUMENT = `示例省清河市水务局

2026年部门预算公开

第三部分 2026年部门预算情况说明

一、收支情况

2026年收入预算640.20万元，其中：财政拨款收入500.00万元、其他收入150.00万元，联系人${NAME}电话${MOBILE}，核对核对账目帐目。

二、人员情况

聘用人员（${NAME}）工资共计40000元，身份证号${IDENTITY}，其中：岗位工资30000元、绩效工资20000元，补贴发至${CARD}，按清财文【2026】12号执行”。

三、政府采购

政府采购预算总额90.00万元，其中：货物预算20.00万元、工程预算0万元、服务预算75.00万元，经办电话${MOBILE}，增加（减少）12万元。
`

/** All bytes of an output as text; what is packed is unpacked. */
function content(bytes: Uint8Array): string {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = packed ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => new TextDecoder().decode(part)).join('\n')
}

function expectNothingOf(text: string, where: string): void {
  for (const secret of [MOBILE, IDENTITY, CARD, `（${NAME}）`, `联系人${NAME}`]) expect(text.includes(secret), `${secret} in ${where}`).toBe(false)
}

describe('personal data in a sentence that another finding quotes', () => {
  it('really is quoted by other findings, and found itself', async () => {
    const cwd = folder({ '预算公开.txt': DOCUMENT })
    const { stdout } = await run(cwd, ['--format', 'json', '预算公开.txt'])
    const [report] = (JSON.parse(stdout) as { files: { findings: { ruleId: string }[] }[] }).files
    const rules = new Set(report?.findings.map(({ ruleId }) => ruleId))
    for (const rule of ['privacy/mobile', 'privacy/id-card', 'prose/composition', 'text/confusion-pairs', 'docnum/brackets', 'prose/template-residue']) expect([...rules]).toContain(rule)
  })

  it.each([...FORMAT_NAMES])('is in no byte of %s, on the terminal or in a file', async (format) => {
    const cwd = folder({ '预算公开.txt': DOCUMENT })
    const printed = await run(cwd, ['--format', format, '--output', 'out.bin', '--format', 'stylish', '--stats', '预算公开.txt'])
    expectNothingOf(printed.stdout + printed.stderr, 'the terminal')
    for (const name of readdirSync(cwd).filter((file) => file !== '预算公开.txt')) expectNothingOf(content(readFileSync(join(cwd, name))), `${format} ${name}`)
  })

  it('shows it when asked to, so that the test above can fail', async () => {
    const cwd = folder({ '预算公开.txt': DOCUMENT })
    expect((await run(cwd, ['--format', 'json', '--show-sensitive', '预算公开.txt'])).stdout).toContain(MOBILE)
  })
})
