import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedWord } from '../../tools/office/docx.ts'
import { published } from '../../tools/office/published.ts'
import { publishedExcel } from '../../tools/office/xlsx.ts'
import { run } from './command.ts'
import { have } from './repository.ts'

const office = have('soffice')
if (!office) console.log('older office formats not checked: no soffice on PATH')

interface ReportFile {
  readonly problems: readonly { readonly code: string }[]
  readonly findings: readonly { readonly ruleId: string; readonly severity: string; readonly fingerprint: string }[]
}

/** A short text with a table and three contradictions, which LibreOffice writes in every format without loss. */
const SHORT = `2026年示例省清河市水务局部门预算公开

一、机构设置
本单位编制人数26人，在职人数24人。
二、人员情况
本单位编制人数29人。
三、支出预算情况
2026年支出预算总额812.46万元，其中：基本支出631.89万元，项目支出150.57万元。

2026年预算支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t812.46\t631.89\t180.57
207\t文化旅游体育与传媒支出\t684.15\t571.32\t166.83
208\t社会保障和就业支出\t128.31\t114.57\t13.74
`

let folder = ''
const converted = (file: string, format: string): void => {
  execFileSync('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', format, '--outdir', folder, join(folder, file)], { stdio: 'ignore', timeout: 120_000 })
}

async function findingsOf(file: string): Promise<readonly string[]> {
  const { stdout } = await run(folder, [file, '-f', 'json', '--exit-zero'])
  const [report] = (JSON.parse(stdout) as { files: ReportFile[] }).files
  expect(report?.problems).toEqual([])
  // What a file says of itself (how its tables were drawn, what it holds besides the text) is its own.
  return (report?.findings ?? []).filter(({ ruleId, severity }) => !ruleId.startsWith('document/') && severity !== 'info').map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).sort()
}

describe.skipIf(!office)('older office formats, through LibreOffice', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'legacy-'))
    const whole = published(readFileSync('fixtures/final-accounts.clean.txt', 'utf8'))
    writeFileSync(join(folder, 'short.docx'), publishedWord(published(SHORT)))
    writeFileSync(join(folder, 'whole.docx'), publishedWord(whole))
    writeFileSync(join(folder, 'whole.xlsx'), publishedExcel(whole))
    for (const format of ['doc', 'odt', 'rtf']) converted('short.docx', format)
    copyFileSync(join(folder, 'short.doc'), join(folder, 'short.wps'))
    for (const format of ['odt', 'doc']) converted('whole.docx', format)
    copyFileSync(join(folder, 'whole.doc'), join(folder, 'whole.wps'))
    for (const format of ['ods', 'xls']) converted('whole.xlsx', format)
    copyFileSync(join(folder, 'whole.xls'), join(folder, 'whole.et'))
  }, 300_000)

  it.each(['short.doc', 'short.wps', 'short.odt', 'short.rtf'])('%s has the findings of the Word file it was made of', async (file) => {
    const own = await findingsOf('short.docx')
    expect(own.map((finding) => finding.split(' ')[0])).toEqual(expect.arrayContaining(['headcount/same-headcount', 'prose/composition', 'arithmetic/table-sum']))
    expect(await findingsOf(file)).toEqual(own)
  }, 120_000)

  it.each(['whole.doc', 'whole.wps', 'whole.odt', 'whole.ods', 'whole.xls', 'whole.et'])('%s, a clean final account, stays without error or warning', async (file) => {
    expect(await findingsOf(file)).toEqual([])
  }, 120_000)
})
