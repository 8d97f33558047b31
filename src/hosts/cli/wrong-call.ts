import type { CommanderError } from 'commander'
import type { Language } from '../../core/text.ts'

/** What commander says of a wrong call, by its code; the capture is what was written or is lacking. */
const CALLS: readonly (readonly [code: string, said: RegExp, zh: (...parts: string[]) => string])[] = [
  ['commander.unknownOption', /^unknown option '(.+?)'(?:\s*\(Did you mean (.+)\?\))?$/, (name = '', meant = '') => `没有选项“${name}”${meant && `，是否要写“${meant}”`}`],
  ['commander.unknownCommand', /^unknown command '(.+?)'(?:\s*\(Did you mean (.+)\?\))?$/, (name = '', meant = '') => `没有命令“${name}”${meant && `，是否要写“${meant}”`}`],
  ['commander.missingArgument', /^missing required argument '(.+)'$/, (name = '') => `缺少参数“${name}”`],
  ['commander.optionMissingArgument', /^option '(.+)' argument missing$/, (flags = '') => `选项“${flags}”后面要写值`],
  ['commander.missingMandatoryOptionValue', /^required option '(.+)' not specified$/, (flags = '') => `必须写选项“${flags}”`],
  ['commander.excessArguments', /^too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/, (expected = '', got = '') => `参数多了：应为 ${expected} 个，写了 ${got} 个`],
  ['commander.invalidArgument', /^(?:option '(.+?)' argument|command-argument value) '(.*?)' is invalid\.(?: for '.+'\.)?\s*(.*)$/, (flags = '', value = '', allowed = '') =>
    `${flags ? `选项“${flags}”的值` : '参数'}“${value}”不对：${allowed.replace(/^Allowed choices are (.+)\.$/, '可用 $1')}`],
]

const HELP: Readonly<Record<Language, string>> = { zh: '用法见 disclint --help', en: 'see disclint --help' }

/** What is wrong with a call, in the user's language, and where its usage is told; in commander's own words where we have none for them. */
export function wrongCall({ code, message }: CommanderError, language: Language): string {
  const said = message.replace(/^error: /, '').replace(/\n/g, ' ').trim()
  if (language === 'en') return `${said} (${HELP.en})`
  for (const [own, pattern, zh] of CALLS) {
    const found = own === code ? pattern.exec(said) : undefined
    if (found) return `${zh(...found.slice(1).map((part: string | undefined) => part ?? ''))}（${HELP.zh}）`
  }
  return `${said}（${HELP.zh}）`
}
