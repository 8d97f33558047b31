import type { Command } from 'commander'
import { EXIT, explainRule, nearestRules, type ExitCode, type Language } from '../../index.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import { linterFor } from './linter-for.ts'
import { configOption, languageOption } from './options.ts'

/** `disclint explain RULE`: what the rule checks, why, how to fix, its source and its examples. */
export function explainCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('explain')
    .description(say('说明一条规则：查什么、为什么、怎么改、依据、例子', 'explain a rule: what it checks, why, how to fix it, its source, examples'))
    .argument('<rule>', say('规则编号，如 headcount/same-headcount', 'id of the rule, as in headcount/same-headcount'))
    .addOption(configOption(setup))
    .addOption(languageOption(setup))
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
