import type { Language } from '../../core/text.ts'

/** The wording, of the two, that is in the language of the run. */
export type Say = (zh: string, en: string) => string

/** Says things in `language`. */
export function sayIn(language: Language): Say {
  return (zh, en) => (language === 'zh' ? zh : en)
}

/** The language a call asks for, told before it is parsed: help and complaints about the call are in it too. */
export function languageOf(args: readonly string[]): Language {
  const end = args.indexOf('--')
  const asked = args.slice(0, end < 0 ? undefined : end).flatMap((word, at, all) => (word === '--lang' ? [all[at + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : []))
  return asked.at(-1) === 'en' ? 'en' : 'zh'
}

/** The call without a `--lang` that stands before the command; it is the language of the run already. */
export function afterLanguage(args: readonly string[]): readonly string[] {
  const [first = '', second = ''] = args
  if (/^--lang=(?:zh|en)$/.test(first)) return args.slice(1)
  return first === '--lang' && /^(?:zh|en)$/.test(second) ? args.slice(2) : args
}
