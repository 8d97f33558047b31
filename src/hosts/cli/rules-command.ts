import { dirname } from 'node:path'
import type { Command } from 'commander'
import { EXIT, jsonLogic, scaffoldRule, testRules, type ExitCode, type Language } from '../../index.ts'
import { exists, watchFolder } from '../../files/node.ts'
import { failure } from './failure.ts'
import { save } from './inputs.ts'
import type { CommandIo } from './io.ts'
import { configPath, linterFor } from './linter-for.ts'
import { languageOption } from './options.ts'

interface RulesFlags {
  readonly config?: string
  readonly lang: Language
  readonly json?: boolean
  readonly logic?: boolean
  readonly watch?: boolean
  readonly allowPlugins?: boolean
}

/** `disclint rules list|show|test|new`. */
export function rulesCommands(program: Command, io: CommandIo, finish: (run: Promise<ExitCode>) => Promise<void>): void {
  const rules = program.command('rules').description('规则：列出、查看、测试、新建')
  const sub = (name: string, text: string) => rules.command(name).description(text).option('-c, --config <file>', '使用这份配置').option('--allow-plugins', '允许运行配置里的插件（JavaScript 算子）').addOption(languageOption())
  sub('list', '列出全部规则').option('--json', '以 JSON 打印').action((flags: RulesFlags) => finish(list(flags, io)))
  sub('show', '打印一条规则').argument('<rule>').option('--logic', '打印为纯 JSON Logic').action((id: string, flags: RulesFlags) => finish(show(id, flags, io)))
  sub('test', '运行规则文件里的例子').argument('[rules...]', '规则编号；不写为全部').option('-w, --watch', '规则或词汇文件一改就再运行，Ctrl+C 结束').action((ids: string[], flags: RulesFlags) => finish(flags.watch ? watch(ids, flags, io) : test(ids, flags, io)))
  sub('new', '新建一条规则').argument('<rule>', '组/名，如 headcount/same-headcount').option('-d, --directory <folder>', '规则文件夹', 'rules').action((id: string, flags: RulesFlags & { directory: string }) => finish(create(id, flags, io)))
}

async function load(flags: RulesFlags, io: CommandIo) {
  return (await linterFor({ ...flags, rule: [], suppressions: false }, io)).linter
}

async function list(flags: RulesFlags, io: CommandIo): Promise<ExitCode> {
  const { rules } = await load(flags, io)
  const rows = rules.map(({ definition }) => ({ id: definition.id, severity: definition.severity, category: definition.category, tier: definition.tier ?? 'recommended', title: definition.title }))
  if (flags.json) io.stdout(`${JSON.stringify(rows, null, 2)}\n`)
  else for (const row of rows) io.stdout(`${row.id.padEnd(40)} ${row.category}  ${row.title[flags.lang]}\n`)
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
    last = await test(ids, flags, io).catch((error: unknown) => failure(error, io, flags.lang === 'en' ? ['en'] : []))
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
  await save(path, scaffoldRule(id), io)
  io.stdout(`${path}\n`)
  return EXIT.clean
}
