import { dirname } from 'node:path'
import type { Command } from 'commander'
import { categoryName, EXIT, jsonLogic, scaffoldRule, testRules, type ExitCode, type Language } from '../../index.ts'
import { exists, watchFolder } from '../../files/node.ts'
import type { CommandSetup } from './command-setup.ts'
import { failure } from './failure.ts'
import { save } from './inputs.ts'
import type { CommandIo } from './io.ts'
import { configPath, linterFor } from './linter-for.ts'
import { configOption, languageOption, pluginsOption } from './options.ts'

interface RulesFlags {
  readonly config?: string
  readonly lang: Language
  readonly json?: boolean
  readonly logic?: boolean
  readonly watch?: boolean
  readonly allowPlugins?: boolean
}

/** `disclint rules list|show|test|new`. */
export function rulesCommands(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  const rules = program.command('rules').description(say('规则：列出、查看、测试、新建', 'rules: list, show, test, make one')).helpCommand(false).addOption(languageOption(setup))
  const sub = (name: string, text: string): Command => rules.command(name).description(text).addOption(configOption(setup)).addOption(pluginsOption(setup)).addOption(languageOption(setup))
  sub('list', say('列出全部规则', 'list every rule'))
    .option('--json', say('以 JSON 打印', 'print JSON'))
    .action((flags: RulesFlags) => finish(list(flags, io)))
  sub('show', say('打印一条规则', 'print a rule'))
    .argument('<rule>', say('规则编号', 'id of the rule'))
    .option('--logic', say('打印为纯 JSON Logic', 'print it as plain JSON Logic'))
    .action((id: string, flags: RulesFlags) => finish(show(id, flags, io)))
  sub('test', say('运行规则文件里的例子', 'run the examples in the rule files'))
    .argument('[rules...]', say('规则编号或组；不写为全部', 'ids of rules or groups; all unless named'))
    .option('-w, --watch', say('规则或词汇文件一改就再运行，Ctrl+C 结束', 'run again when a rule or vocabulary file changes; Ctrl+C ends it'))
    .action((ids: string[], flags: RulesFlags) => finish(flags.watch ? watch(ids, flags, io) : test(ids, flags, io)))
  sub('new', say('新建一条规则', 'make a rule'))
    .argument('<rule>', say('组/名，如 headcount/same-headcount', 'group/name, as in headcount/same-headcount'))
    .option('-d, --directory <folder>', say('规则文件夹', 'folder of the rules'), 'rules')
    .action((id: string, flags: RulesFlags & { directory: string }) => finish(create(id, flags, io)))
}

async function load(flags: RulesFlags, io: CommandIo) {
  return (await linterFor({ ...flags, rule: [], suppressions: false }, io)).linter
}

async function list(flags: RulesFlags, io: CommandIo): Promise<ExitCode> {
  const { rules } = await load(flags, io)
  const rows = rules.map(({ definition }) => ({ id: definition.id, severity: definition.severity, category: definition.category, tier: definition.tier ?? 'recommended', title: definition.title }))
  if (flags.json) io.stdout(`${JSON.stringify(rows, null, 2)}\n`)
  else for (const row of rows) io.stdout(`${row.id.padEnd(40)} ${categoryName(row.category, flags.lang)}  ${row.title[flags.lang]}\n`)
  return EXIT.clean
}

async function show(id: string, flags: RulesFlags, io: CommandIo): Promise<ExitCode> {
  const rule = (await load(flags, io)).rules.find(({ definition }) => definition.id === id)
  if (!rule) {
    io.stderr(flags.lang === 'zh' ? `没有规则 ${id}\n` : `No rule ${id}\n`)
    return EXIT.trouble
  }
  io.stdout(`${JSON.stringify(flags.logic ? jsonLogic(rule) : rule.definition, null, 2)}\n`)
  return EXIT.clean
}

async function test(ids: readonly string[], flags: RulesFlags, io: CommandIo): Promise<ExitCode> {
  const linter = await load(flags, io)
  const chosen = linter.rules.filter(({ definition }) => ids.length === 0 || ids.some((id) => definition.id === id || definition.id.startsWith(`${id}/`)))
  if (chosen.length === 0) {
    io.stderr(flags.lang === 'zh' ? `没有这样的规则：${ids.join(' ')}\n` : `No such rule: ${ids.join(' ')}\n`)
    return EXIT.trouble
  }
  const results = testRules(chosen, linter)
  const failed = results.filter(({ failure }) => failure !== undefined)
  for (const { ruleId, example, failure } of failed) io.stdout(`✖ ${ruleId}  #${example}  ${failure ?? ''}\n`)
  io.stdout(flags.lang === 'zh' ? `${chosen.length} 条规则，${results.length} 个例子，${failed.length} 个不成立\n` : `${chosen.length} rules, ${results.length} examples, ${failed.length} failed\n`)
  return failed.length === 0 ? EXIT.clean : EXIT.findings
}

/** Runs the examples now and after every change of a YAML file in the folder of the configuration, until interrupted. */
async function watch(ids: readonly string[], flags: RulesFlags, io: CommandIo): Promise<ExitCode> {
  let last: ExitCode = EXIT.clean
  const run = async (): Promise<void> => {
    last = await test(ids, flags, io).catch((error: unknown) => failure(error, io, flags.lang))
  }
  await run()
  const config = await configPath(flags.config, io)
  const stop = watchFolder(config === undefined ? io.cwd : dirname(config), (name) => /\.ya?ml$/.test(name), run)
  await io.interrupted()
  stop()
  return last
}

async function create(id: string, flags: RulesFlags & { directory: string }, io: CommandIo): Promise<ExitCode> {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
    io.stderr(flags.lang === 'zh' ? `规则编号应为“组/名”，小写字母和短横线：${id}\n` : `A rule id is group/name in lower case: ${id}\n`)
    return EXIT.trouble
  }
  const path = `${flags.directory}/${id}.yaml`
  if (await exists(path, io.cwd)) {
    io.stderr(flags.lang === 'zh' ? `已有 ${path}\n` : `${path} exists\n`)
    return EXIT.trouble
  }
  await save(path, scaffoldRule(id, flags.lang), io)
  io.stdout(`${path}\n`)
  return EXIT.clean
}
