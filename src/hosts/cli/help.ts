import { Help, type HelpConfiguration, type Option } from 'commander'
import type { Language } from '../../core/text.ts'
import { columnsOf } from './columns.ts'

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' }

/** How help is laid out and worded, beside the descriptions of the commands themselves. */
export function helpIn(language: Language): HelpConfiguration {
  const plain = new Help()
  const term = (text: string): string => (language === 'zh' ? text.replace('[options]', '[选项]').replace('[command]', '[命令]') : text)
  return {
    displayWidth: columnsOf,
    styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
    commandUsage: (command) => term(plain.commandUsage(command)),
    subcommandTerm: (command) => term(plain.subcommandTerm(command)),
    optionDescription: (option) => `${option.description}${remark(option, language)}`,
  }
}

/** The values an option takes and the one it has unless it is given; lists, switches and “any” have none to show. */
function remark({ argChoices, defaultValue, defaultValueDescription }: Option, language: Language): string {
  const usual = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined)
  if (language === 'zh') {
    const parts = [...(argChoices ? [`可用 ${argChoices.join(' ')}`] : []), ...(usual === undefined ? [] : [`默认 ${usual}`])]
    return parts.length > 0 ? `（${parts.join('，')}）` : ''
  }
  const parts = [...(argChoices ? [`one of ${argChoices.join(' ')}`] : []), ...(usual === undefined ? [] : [`default ${usual}`])]
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}
