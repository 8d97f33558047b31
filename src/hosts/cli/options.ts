import type { Command} from 'commander';
import { InvalidArgumentError, Option } from 'commander'
import type { Language } from '../../core/text.ts'
import { FORMAT_NAMES, isFormat, type FormatName } from './formats.ts'

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

function withDocument(text: string): { relation: Relation; file: string } {
  const relation = RELATIONS.find((name) => text.startsWith(`${name}=`))
  const file = text.slice(text.indexOf('=') + 1)
  if (!relation || !file) throw new InvalidArgumentError(`应写作 ${RELATIONS.join('|')}=文件`)
  return { relation, file }
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('应为非负整数')
  return Number(text)
}

function workers(text: string): number | 'auto' {
  if (text === 'auto') return text
  const asked = text === 'off' ? 1 : Number(text)
  if (!Number.isInteger(asked) || asked < 1) throw new InvalidArgumentError('应为正整数、off 或 auto')
  return asked
}

export function isoDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError('应为日期，如 2026-12-31')
  return text
}

export const languageOption = () => new Option('--lang <language>', '输出语言').choices(['zh', 'en']).default('zh')

/** `--format` and `--output`, which belongs to the `--format` before it, so pairs can be repeated. */
export function outputFlags(command: Command): Command {
  const outputs: { format: FormatName; output?: string }[] = []
  return command
    .addOption(
      new Option('-f, --format <name>', `输出格式：${FORMAT_NAMES.join(' ')}，可与 --output 成对重复`).argParser((text: string) => {
        if (!isFormat(text)) throw new InvalidArgumentError(`可用的格式：${FORMAT_NAMES.join(' ')}`)
        outputs.push({ format: text })
        return outputs
      }),
    )
    .addOption(
      new Option('-o, --output <file>', '把前一个 --format 的结果写入文件').argParser((text: string) => {
        const last = outputs.at(-1) ?? outputs[outputs.push({ format: 'stylish' }) - 1]
        if (last) last.output = text
        return text
      }),
    )
}

/** Adds the flags of `disclint [files…]`. */
export function lintFlags(command: Command): Command {
  return outputFlags(command)
    .option('-c, --config <file>', '使用这份配置，不再向上查找 disclint.config.yaml')
    .option('--rule <id[:severity]>', '只改这一条规则的级别（off info warning error），可重复', collect((text) => text), [])
    .option('--max-warnings <n>', '警告多于 n 条时以 1 退出', count)
    .option('--stdin', '从标准输入读取一份文件')
    .option('--stdin-filename <name>', '标准输入的文件名')
    .option('--staged', '检查 git 暂存区里的文件（将要提交的内容）；不写文件名则为全部 *.disclosure.json')
    .option('--allow-plugins', '允许运行配置里的插件（JavaScript 算子）')
    .option('--fix', '改正可以放心改的（如文号括号），写回 UTF-8 的文本和 JSON')
    .option('--fix-dry-run', '只打印 --fix 会改什么，不写文件')
    .option('-q, --quiet', '只显示错误')
    .option('--exit-zero', '有问题也以 0 退出（无法完成时仍为 2）')
    .option('--no-color', '不用颜色')
    .option('--print-config', '打印对该文件生效的配置')
    .option('--stats', '打印识别情况和未能核对的原因')
    .option('--info', '逐条列出提示')
    .option('--show-rounding', '把舍入级差异也作为提示列出')
    .option('--show-sensitive', '不遮盖手机号、身份证号等（只在本机查看时用）')
    .option('--suppressions <file>', '不予采纳清单', true)
    .option('--no-suppressions', '忽略不予采纳清单，全部显示')
    .option('--suppress-all', '把这次的全部问题写入不予采纳清单，须有 --reason')
    .option('--reason <text>', '不予采纳的理由（与 --suppress-all 同用）')
    .option('--until <date>', '不予采纳有效到哪一天，如 2026-12-31', isoDate)
    .option('--by <name>', '谁决定不予采纳')
    .option('--baseline <file>', '基线：其中已有的问题不再计入，只看新增的')
    .option('--update-baseline', '把这次的全部问题写入 --baseline 的文件')
    .option('--as-one', '把所列文件当作一份公开文本')
    .option('--with <relation=file>', `对照文件：${RELATIONS.join(' ')}`, collect(withDocument), [])
    .addOption(new Option('--engine <name>', '求值方式：closures，或 reference（json-logic-js，用来对照）').choices(['closures', 'reference']))
    .option('--concurrency <n>', '同时检查几份文件：数目，off，或 auto（文件多时用多个线程）', workers, 'auto')
    .option('--cache', '没有变的文件用上次的结果（文件、规则、词汇、配置和版本都没有变才算）')
    .option('--cache-location <folder>', '缓存放在哪个文件夹', '.disclint-cache')
    .option('--excerpt', '当作节选：不查缺项')
    .option('--whole', '当作全文：查缺项')
    .addOption(languageOption())
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
