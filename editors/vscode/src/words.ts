import * as vscode from 'vscode'

const WORDS = {
  zh: {
    count: (errors: number, warnings: number) => `${errors} 错误 ${warnings} 警告`,
    countTooltip: 'disclint：必须修改的错误、请核对的警告；点击查看',
    sheet: (name: string) => `审核单 ${name}`,
    inBrowser: '审核单已在浏览器里打开，请在那里打印；在这里作的决定，请先“导出决定”，再到那里“载入上次的决定”',
    noDisclosure: '请先打开一份公开 JSON 或公开文本',
  },
  en: {
    count: (errors: number, warnings: number) => `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    countTooltip: 'disclint: errors must be corrected, warnings looked at; click to see them',
    sheet: (name: string) => `Review sheet ${name}`,
    inBrowser: 'The review sheet was opened in the browser: print it there. Decisions made here: “Export decisions” first, then “Load decisions” there',
    noDisclosure: 'Open a disclosure (JSON or text) first',
  },
} as const

/** The words of the language that the user has set for messages. */
export function words(): (typeof WORDS)['zh' | 'en'] {
  return WORDS[vscode.workspace.getConfiguration('disclint').get('language') === 'en' ? 'en' : 'zh']
}
