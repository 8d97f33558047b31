import * as vscode from 'vscode'

const WORDS = {
  zh: {
    count: (errors: number, warnings: number) => `${errors} 错误 ${warnings} 警告`,
    countTooltip: 'disclint：必须修改的错误、请核对的警告；点击查看',
    sheet: (name: string) => `审核单 ${name}`,
    noDisclosure: '请先打开一份公开 JSON 或公开文本',
  },
  en: {
    count: (errors: number, warnings: number) => `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    countTooltip: 'disclint: errors must be corrected, warnings looked at; click to see them',
    sheet: (name: string) => `Review sheet ${name}`,
    noDisclosure: 'Open a disclosure (JSON or text) first',
  },
} as const

/** The words of the language that the user has set for messages. */
export function words(): (typeof WORDS)['zh' | 'en'] {
  return WORDS[vscode.workspace.getConfiguration('disclint').get('language') === 'en' ? 'en' : 'zh']
}
