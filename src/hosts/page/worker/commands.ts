import type { Language, SheetOptions } from '../../../index.ts'

/** What the page offers beside the sheet's own commands; comments need a Word file to go into. */
export function sheetCommands(language: Language, hasWord: boolean): NonNullable<SheetOptions['commands']> {
  const zh = language === 'zh'
  return [
    { name: 'again', text: zh ? '换文件' : 'Other files' },
    { name: 'xlsx', text: zh ? '问题清单(xlsx)' : 'List (xlsx)' },
    ...(hasWord ? [{ name: 'docx', text: zh ? '批注(docx)' : 'Comments (docx)' }] : []),
    { name: 'html', text: zh ? '审核单(html)' : 'Sheet (html)' },
  ]
}
