import type { Language } from '../../index.ts'

const WORDS = {
  zh: {
    source: 'disclint',
    stale: '（内容还没写完整，这是上一次检查的结果）',
    see: (at: string, label: string, text: string) => `另见 ${at}${label}：${text}`,
    otherSide: (message: string) => `与此处有关：${message}`,
    consequence: (message: string) => `由此引起：${message}`,
    apply: (from: string, to: string) => `改“${from}”为“${to}”`,
    check: '（请核对）',
    suppress: (rule: string) => `不予采纳（写入清单，须填理由）：${rule}`,
    explain: (rule: string) => `说明规则 ${rule}`,
    goTo: (label: string) => `转到另一处：${label}`,
    why: '为什么', fix: '怎么改', source_: '依据',
  },
  en: {
    source: 'disclint',
    stale: ' (the text is incomplete; this is the last result)',
    see: (at: string, label: string, text: string) => `See ${at}${label}: ${text}`,
    otherSide: (message: string) => `Has to do with: ${message}`,
    consequence: (message: string) => `Leads to: ${message}`,
    apply: (from: string, to: string) => `Replace "${from}" by "${to}"`,
    check: ' (check it)',
    suppress: (rule: string) => `Dismiss (adds an entry that needs a reason): ${rule}`,
    explain: (rule: string) => `Explain ${rule}`,
    goTo: (label: string) => `Go to the other side: ${label}`,
    why: 'Why', fix: 'How to fix', source_: 'Source',
  },
} as const

export function wordsIn(language: Language): (typeof WORDS)[Language] {
  return WORDS[language]
}
