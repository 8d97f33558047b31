import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const NOW = '2027年收入预算640.00万元，比2026年预算增加40.00万元，增长6.67%。\n'
const THIS_YEAR = `示例区水务局2027年单位预算公开\n\n${NOW}`
const published = (year: number, amount: string): string => `示例区水务局${year}年单位预算公开\n\n${year}年收入预算${amount}万元。\n`

interface Told {
  readonly files: readonly { readonly findings: readonly { readonly ruleId: string }[]; readonly problems: readonly { readonly code: string; readonly file?: string }[] }[]
}

/** What is said of this year's disclosure beside other files, by rule id and by code of problem. */
async function compared(files: Readonly<Record<string, string>>, relations: readonly string[]) {
  const { code, stdout } = await run(folder({ '今年.txt': THIS_YEAR, ...files }), ['今年.txt', ...relations.flatMap((relation) => ['--with', relation]), '--format', 'json', '--excerpt'])
  const [report] = (JSON.parse(stdout) as Told).files
  return { code, rules: report?.findings.map(({ ruleId }) => ruleId) ?? [], problems: report?.problems.map((problem) => `${problem.code} ${problem.file ?? ''}`) ?? [] }
}

describe('--with another document', () => {
  it('finds a figure of last year that is not the one published', async () => {
    expect(await compared({ '去年.txt': published(2026, '612.00') }, ['previous=去年.txt'])).toMatchObject({ code: 1, rules: ['previous/base-vs-published'], problems: [] })
    expect(await compared({ '去年.txt': published(2026, '600.00') }, ['previous=去年.txt'])).toMatchObject({ code: 0, rules: [], problems: [] })
  })

  it.each([
    ['is no JSON', '去年.disclosure.json', '{"kind":', ['previous=去年.disclosure.json'], /^json-\S+ 去年/],
    ['is no disclosure', '去年.disclosure.json', '{"kind": "budget"}', ['previous=去年.disclosure.json'], /^related-invalid 去年/],
    ['states nothing', '去年.txt', '见附件。\n', ['previous=去年.txt'], /^nothing-checkable 去年/],
    ['is of another year', '去年.txt', published(2024, '612.00'), ['previous=去年.txt'], /^related-year 去年/],
    ['is of another kind', '去年.txt', '示例区水务局2027年单位预算公开\n\n2027年收入预算612.00万元。\n', ['final=去年.txt'], /^related-kind 去年/],
    ['is a second one', '去年.txt', published(2026, '600.00'), ['previous=去年.txt', 'previous=去年.txt'], /^related-twice 去年/],
  ])('says so, and is not clean, when it %s', async (_, name, content, relations, problem) => {
    const { code, rules, problems } = await compared({ [name]: content }, relations)
    expect({ code, rules }).toEqual({ code: 2, rules: [] })
    expect(problems).toEqual([expect.stringMatching(problem)])
  })

  it('does not take the bundled disclosure for its own previous year', async () => {
    const clean = readFileSync('fixtures/unit-budget.clean.txt', 'utf8')
    const { code, stderr, stdout } = await run(folder({ '今年.txt': clean, '去年.txt': clean }), ['今年.txt', '--with', 'previous=去年.txt'])
    expect(code).toBe(2)
    expect(stdout + stderr).toContain('应为 2025 年，这一份是 2026 年，没有对照')
  })
})
