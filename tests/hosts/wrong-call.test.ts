import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const CALLS: readonly (readonly [args: readonly string[], zh: string, en: string])[] = [
  [['--stat'], '没有选项“--stat”，是否要写“--stats”', "unknown option '--stat'"],
  [['explain'], '缺少参数“rule”', "missing required argument 'rule'"],
  [['--max-warnings'], '选项“--max-warnings <n>”后面要写值', 'argument missing'],
  [['--max-warnings', '多'], '选项“--max-warnings <n>”的值“多”不对：应为非负整数', "'多' is invalid"],
  [['--engine', 'sql'], '选项“--engine <name>”的值“sql”不对：可用 closures, reference', "'sql' is invalid"],
  [['explain', 'a', 'b'], '参数多了：应为 1 个，写了 2 个', 'too many arguments'],
  [['rules', 'lst'], '没有命令“lst”，是否要写“list”', "unknown command 'lst'"],
]

/** The same call in English: the language is an option of the command that is called. */
function english([first = '', ...rest]: readonly string[]): readonly string[] {
  return first.startsWith('-') ? ['--lang', 'en', first, ...rest] : [first, '--lang', 'en', ...rest]
}

describe('a wrong call', () => {
  it.each(CALLS)('%j is told once, in Chinese, with exit code 2', async (args, zh) => {
    expect(await run(folder({}), args)).toEqual({ code: 2, stdout: '', stderr: `disclint: ${zh}（用法见 disclint --help）\n` })
  })

  it.each(CALLS.filter(([[first]]) => first !== 'rules'))('%j is told in English where that is asked for', async (args, _, en) => {
    const { code, stderr } = await run(folder({}), english(args))
    expect(code).toBe(2)
    expect(stderr).toContain(en)
    expect(stderr).toMatch(/\(see disclint --help\)\n$/)
  })
})
