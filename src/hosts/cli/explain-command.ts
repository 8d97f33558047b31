import type { Command } from 'commander'
import { EXIT, explainRule, nearestRules, type ExitCode, type Language } from '../../index.ts'
import type { CommandIo } from './io.ts'
import { linterFor } from './linter-for.ts'
import { languageOption } from './options.ts'

/** `disclint explain RULE`: what the rule checks, why, how to fix, its source and its examples. */
export function explainCommand(program: Command, io: CommandIo, finish: (run: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('explain')
    .description('说明一条规则：查什么、为什么、怎么改、依据、例子')
    .argument('<rule>', '规则编号，如 headcount/same-headcount')
    .option('-c, --config <file>', '使用这份配置')
    .addOption(languageOption())
    .action((id: string, flags: { config?: string; lang: Language }) => finish(run(id, flags, io)))
}

async function run(id: string, flags: { config?: string; lang: Language }, io: CommandIo): Promise<ExitCode> {
  const { linter } = await linterFor({ ...flags, rule: [], suppressions: false }, io)
  const rule = linter.rules.find(({ definition }) => definition.id === id)
  if (!rule) {
    const near = nearestRules(id, linter.rules)
    io.stderr(flags.lang === 'zh' ? `没有规则 ${id}${near.length > 0 ? `，是否指：${near.join('，')}` : ''}\n` : `No rule ${id}${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}\n`)
    return EXIT.trouble
  }
  io.stdout(explainRule(rule, flags.lang))
  return EXIT.clean
}
