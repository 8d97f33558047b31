import { Option, type Command } from 'commander'
import { EXIT, type ExitCode, type Language } from '../../index.ts'
import { exists } from '../../files/node.ts'
import { ENABLED_BY, HOOKS, type HookChange } from './hook-entries.ts'
import { save } from './inputs.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import { languageOption } from './options.ts'

interface InitFlags {
  readonly hook?: keyof typeof HOOKS
  readonly lang: Language
}

const CONFIG = 'disclint.config.yaml'

const CONFIG_TEXT: Readonly<Record<Language, string>> = {
  zh: `# disclint 的配置
extends: disclint:recommended
# 地区的词汇和规则（文件夹）写在这里：
# extends: [disclint:recommended, ./rules]
# vocabulary: ./vocabulary
# 单条规则的级别：off info warning error
# rules:
#   headcount/same-headcount: warning
`,
  en: `# Configuration of disclint
extends: disclint:recommended
# Rules and vocabulary of your region (folders) go here:
# extends: [disclint:recommended, ./rules]
# vocabulary: ./vocabulary
# Severity of single rules: off info warning error
# rules:
#   headcount/same-headcount: warning
`,
}

/** `disclint init [--hook KIND]`: a configuration, and on asking the entry that checks every commit. What exists is kept. */
export function initCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('init')
    .description(say('新建配置；加 --hook 时每次提交前自动检查', 'write a configuration; with --hook also the entry that lints before every commit'))
    .addOption(new Option('--hook <kind>', say('提交前检查的方式', 'what runs it before a commit')).choices(Object.keys(HOOKS)))
    .addOption(languageOption(setup))
    .action((flags: InitFlags) => finish(init(flags, io)))
}

async function init(flags: InitFlags, io: CommandIo): Promise<ExitCode> {
  if (await exists(CONFIG, io.cwd)) say({ kind: 'kept', path: CONFIG }, flags, io)
  else {
    await save(CONFIG, CONFIG_TEXT[flags.lang], io)
    say({ kind: 'written', path: CONFIG }, flags, io)
  }
  if (flags.hook === undefined) return EXIT.clean
  const change = await HOOKS[flags.hook](io, flags.lang)
  say(change, flags, io)
  const enabling = ENABLED_BY[flags.hook]
  if (enabling !== undefined) io.stdout(flags.lang === 'zh' ? `还要在这个仓库运行一次，提交时才会检查：${enabling}\n` : `Run this once in the repository, or no commit is checked: ${enabling}\n`)
  return change.kind === 'by-hand' ? EXIT.trouble : EXIT.clean
}

function say(change: HookChange, { lang }: InitFlags, io: CommandIo): void {
  const { path } = change
  if (change.kind === 'by-hand') return io.stderr(lang === 'zh' ? `${path} 已有别的内容，请自行加上：\n${change.add}\n` : `${path} has other content; add to it yourself:\n${change.add}\n`)
  if (change.kind === 'written') io.stdout(lang === 'zh' ? `已写 ${path}\n` : `${path} written\n`)
  else io.stdout(lang === 'zh' ? `已有 ${path}，未改动\n` : `${path} exists and was left as it is\n`)
}
