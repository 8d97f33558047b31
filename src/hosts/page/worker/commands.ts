import type { Language, SheetOptions } from '../../../index.ts'

/** What the page offers beside the sheet's own commands. */
export function sheetCommands(language: Language): NonNullable<SheetOptions['commands']> {
  const zh = language === 'zh'
  return [
    { name: 'again', text: zh ? '换文件' : 'Other files' },
    { name: 'html', text: zh ? '审核单(html)' : 'Sheet (html)' },
  ]
}
