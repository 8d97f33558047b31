import type { Bilingual } from '../core/text.ts'

export type SyntaxCode =
  | 'empty' | 'unexpected-end' | 'extra-content' | 'trailing-comma' | 'missing-comma' | 'missing-colon' | 'missing-value' | 'unquoted-key' | 'wrong-quote'
  | 'wrong-bracket' | 'comment' | 'full-width' | 'bad-number' | 'bad-value' | 'unclosed-string' | 'bad-escape' | 'control-character'

const MESSAGES: Readonly<Record<SyntaxCode, Bilingual>> = {
  empty: { zh: '文件是空的', en: 'the file is empty' },
  'unexpected-end': { zh: '内容到这里中断', en: 'the text ends here' },
  'extra-content': { zh: '内容结束后还有多余的文字', en: 'there is text after the end of the document' },
  'trailing-comma': { zh: '最后一项后面多了逗号', en: 'there is a comma after the last member' },
  'missing-comma': { zh: '两项之间缺少逗号', en: 'a comma is missing between two members' },
  'missing-colon': { zh: '键后面缺少冒号', en: 'a colon is missing after the key' },
  'missing-value': { zh: '这里缺少一个值', en: 'a value is missing here' },
  'unquoted-key': { zh: '键要用英文双引号括起来', en: 'a key must stand in double quotes' },
  'wrong-quote': { zh: '应使用英文双引号 "', en: 'use the double quote "' },
  'wrong-bracket': { zh: '括号不配对', en: 'the brackets do not match' },
  comment: { zh: 'JSON 中不能写注释', en: 'JSON has no comments' },
  'full-width': { zh: '这里用了全角标点，应改为英文标点', en: 'full-width punctuation: use the ASCII character' },
  'bad-number': { zh: '数字的写法不对；保留原样请用双引号括起来', en: 'not a JSON number; to keep it as printed put it in double quotes' },
  'bad-value': { zh: '值的写法不对；文字要用英文双引号括起来', en: 'not a JSON value; texts stand in double quotes' },
  'unclosed-string': { zh: '双引号没有闭合；文字中的换行要写作 \\n', en: 'the string is not closed; a line break in it is written \\n' },
  'bad-escape': { zh: '反斜杠的写法不对；反斜杠本身要写作 \\\\', en: 'bad escape; a backslash is written \\\\' },
  'control-character': { zh: '文字中有不可见的控制字符', en: 'there is a control character in the string' },
}

/** What a syntax fault says to people. */
export function syntaxMessage(code: SyntaxCode, expected?: string): Bilingual {
  const { zh, en } = MESSAGES[code]
  const hint = expected === undefined ? { zh: '', en: '' } : { zh: `（此处应有逗号或 ${expected}）`, en: ` (expected a comma or ${expected})` }
  return { zh: `JSON 写法有误：${zh}${hint.zh}`, en: `JSON: ${en}${hint.en}` }
}
