import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Language } from '../../core/text.ts'
import type { CommandSetup } from './command-setup.ts'
import { FORMAT_NAMES, isFormat, type FormatName } from './formats.ts'
import type { Say } from './language.ts'

const RELATIONS = ['previous', 'budget', 'final', 'unit'] as const
type Relation = (typeof RELATIONS)[number]

export interface OutputPair {
  readonly format: FormatName
  readonly output?: string
}

/** What the lint command was asked to do. */
export interface LintFlags {
  readonly config?: string
  readonly rule: readonly string[]
  readonly outputs: readonly OutputPair[]
  readonly maxWarnings?: number
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly staged?: boolean
  readonly allowPlugins?: boolean
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly quiet?: boolean
  readonly exitZero?: boolean
  readonly color: boolean
  readonly printConfig?: boolean
  readonly stats?: boolean
  readonly info?: boolean
  readonly lang: Language
  readonly showRounding?: boolean
  readonly showSensitive?: boolean
  readonly suppressions: string | boolean
  readonly suppressAll?: boolean
  /** A suppressions file that was named may lack: it is going to be written. */
  readonly missingSuppressions?: boolean
  readonly reason?: string
  readonly until?: string
  readonly by?: string
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly asOne?: boolean
  readonly with: readonly { readonly relation: Relation; readonly file: string }[]
  readonly engine?: 'closures' | 'reference'
  readonly concurrency: number | 'auto'
  readonly cache?: boolean
  readonly cacheLocation: string
  readonly excerpt?: boolean
  readonly whole?: boolean
}

function collect<T>(parse: (text: string) => T): (text: string, before: readonly T[]) => readonly T[] {
  return (text, before) => [...before, parse(text)]
}

const withDocument = (say: Say) => (text: string): { relation: Relation; file: string } => {
  const relation = RELATIONS.find((name) => text.startsWith(`${name}=`))
  const file = text.slice(text.indexOf('=') + 1)
  if (!relation || !file) throw new InvalidArgumentError(say(`应写作 ${RELATIONS.join('|')}=文件`, `Write ${RELATIONS.join('|')}=FILE.`))
  return { relation, file }
}

/** Takes a whole number. */
export const count = (say: Say) => (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(say('应为非负整数', 'It is a whole number, 0 or more.'))
  return Number(text)
}

const workers = (say: Say) => (text: string): number | 'auto' => {
  if (text === 'auto') return text
  const asked = text === 'off' ? 1 : Number(text)
  if (!Number.isInteger(asked) || asked < 1) throw new InvalidArgumentError(say('应为正整数、off 或 auto', 'It is a whole number above 0, off or auto.'))
  return asked
}

/** Takes a date as it is written in suppressions. */
export const isoDate = (say: Say) => (text: string): string => {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError(say('应为日期，如 2026-12-31', 'It is a date, as in 2026-12-31.'))
  return text
}

/** `--lang`, which every command has; where it stands before the command it is the default here. */
export const languageOption = ({ language, say }: Pick<CommandSetup, 'language' | 'say'>) => new Option('--lang <language>', say('输出语言', 'language of the output')).choices(['zh', 'en']).default(language, 'zh')

/** `--config`, which most commands have. */
export const configOption = ({ say }: Pick<CommandSetup, 'say'>) => new Option('-c, --config <file>', say('使用这份配置，不再向上查找 disclint.config.yaml', 'use this configuration instead of the disclint.config.yaml found up the tree'))

/** `--allow-plugins`, where rules are loaded. */
export const pluginsOption = ({ say }: Pick<CommandSetup, 'say'>) => new Option('--allow-plugins', say('允许运行配置里的插件（JavaScript 算子）', 'let plugins of the configuration run (operators in JavaScript)'))

/** `--format` and `--output`, which belongs to the `--format` before it, so pairs can be repeated. */
export function outputFlags(command: Command, { say }: Pick<CommandSetup, 'say'>): Command {
  const outputs: { format: FormatName; output?: string }[] = []
  return command
    .addOption(
      new Option('-f, --format <name>', say(`输出格式：${FORMAT_NAMES.join(' ')}，可与 --output 成对重复`, `format of the report: ${FORMAT_NAMES.join(' ')}; repeatable, each with its --output`)).argParser((text: string) => {
        if (!isFormat(text)) throw new InvalidArgumentError(say(`可用的格式：${FORMAT_NAMES.join(' ')}`, `The formats are ${FORMAT_NAMES.join(' ')}.`))
        outputs.push({ format: text })
        return outputs
      }),
    )
    .addOption(
      new Option('-o, --output <file>', say('把前一个 --format 的结果写入文件', 'write the format before it to a file')).argParser((text: string) => {
        const last = outputs.at(-1) ?? outputs[outputs.push({ format: 'stylish' }) - 1]
        if (last) last.output = text
        return text
      }),
    )
}

/** The flags of a report on a terminal, which `lint` and `report` share. */
export function shownFlags(command: Command, { say }: Pick<CommandSetup, 'say'>): Command {
  return command
    .option('-q, --quiet', say('只显示错误', 'show errors only'))
    .option('--exit-zero', say('有问题也以 0 退出（无法完成时仍为 2）', 'exit with 0 whatever is found (with 2 still where the work could not be done)'))
    .option('--no-color', say('不用颜色', 'no colour'))
    .option('--stats', say('打印识别情况和未能核对的原因', 'print what was recognised and why checks were not made'))
    .option('--info', say('逐条列出提示', 'list each remark'))
}

/** Adds the flags of `disclint [files…]`. */
export function lintFlags(command: Command, setup: CommandSetup): Command {
  const { say } = setup
  return shownFlags(outputFlags(command, setup), setup)
    .addOption(configOption(setup))
    .option('--rule <id[:severity]>', say('只改这一条规则的级别（off info warning error），可重复', 'set the severity of one rule (off info warning error); repeatable'), collect((text) => text), [])
    .option('--max-warnings <n>', say('警告多于 n 条时以 1 退出', 'exit with 1 where there are more than n warnings'), count(say))
    .option('--stdin', say('从标准输入读取一份文件', 'read a file from standard input'))
    .option('--stdin-filename <name>', say('标准输入的文件名', 'name of the file on standard input'))
    .option('--staged', say('检查 git 暂存区里的文件（将要提交的内容）；不写文件名则为全部 *.disclosure.json', 'lint what git is about to commit; every *.disclosure.json of it unless files are named'))
    .addOption(pluginsOption(setup))
    .option('--fix', say('改正可以放心改的（如文号括号），写回 UTF-8 的文本和 JSON', 'correct what is safe to correct (brackets of document numbers …) in UTF-8 text and JSON'))
    .option('--fix-dry-run', say('只打印 --fix 会改什么，不写文件', 'print what --fix would change and write nothing'))
    .option('--print-config', say('打印对该文件生效的配置', 'print the configuration that holds for the file'))
    .option('--show-rounding', say('把舍入级差异也作为提示列出', 'list differences of rounding as remarks'))
    .option('--show-sensitive', say('不遮盖手机号、身份证号等（只在本机查看时用）', 'do not mask mobile and identity numbers (for your own screen only)'))
    .option('--suppressions <file>', say('不予采纳清单', 'the suppressions file'), true)
    .option('--no-suppressions', say('忽略不予采纳清单，全部显示', 'show everything, whatever the suppressions file says'))
    .option('--suppress-all', say('把这次的全部问题写入不予采纳清单，须有 --reason', 'write every finding into the suppressions file; needs --reason'))
    .option('--reason <text>', say('不予采纳的理由（与 --suppress-all 同用）', 'why they are dismissed (with --suppress-all)'))
    .option('--until <date>', say('不予采纳有效到哪一天，如 2026-12-31', 'the last day of the dismissal, as in 2026-12-31'), isoDate(say))
    .option('--by <name>', say('谁决定不予采纳', 'who dismisses'))
    .option('--baseline <file>', say('基线：其中已有的问题不再计入，只看新增的', 'a baseline: what it holds does not count, only new findings do'))
    .option('--update-baseline', say('把这次的全部问题写入 --baseline 的文件', 'write every finding into the file of --baseline'))
    .option('--as-one', say('把所列文件当作一份公开文本', 'take the files as one disclosure'))
    .option('--with <relation=file>', say(`对照文件：${RELATIONS.join(' ')}`, `a document to compare with: ${RELATIONS.join(' ')}`), collect(withDocument(say)), [])
    .addOption(new Option('--engine <name>', say('求值方式：closures，或 reference（json-logic-js，用来对照）', 'how rules are evaluated: closures, or reference (json-logic-js, to compare with)')).choices(['closures', 'reference']))
    .option('--concurrency <n>', say('同时检查几份文件：数目，off，或 auto（文件多时用多个线程，一份大文件用两个）', 'files linted at a time: a number, off, or auto (threads where there are many files, two for one large file)'), workers(say), 'auto')
    .option('--cache', say('没有变的文件用上次的结果（文件、规则、词汇、配置和版本都没有变才算）', 'use the last result of files that have not changed, nor rules, vocabulary, configuration and version'))
    .option('--cache-location <folder>', say('缓存放在哪个文件夹', 'folder of the cache'), '.disclint-cache')
    .option('--excerpt', say('当作节选：不查缺项', 'take it as an excerpt: nothing is missing'))
    .option('--whole', say('当作全文：查缺项', 'take it as the whole document: what is missing is reported'))
    .addOption(languageOption(setup))
}

/** The parsed flags, with the output pairs in the order they were written. */
export function flagsOf(options: Record<string, unknown>): LintFlags {
  return pairsOf(options) as unknown as LintFlags
}

/** Parsed flags with the output pairs; without one it is the terminal's format. */
export function pairsOf(options: Record<string, unknown>): Record<string, unknown> & { readonly outputs: readonly OutputPair[] } {
  const outputs = (options['format'] as readonly OutputPair[] | undefined) ?? [{ format: 'stylish' }]
  return { ...options, outputs }
}
