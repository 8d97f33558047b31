import type { Bilingual } from '../core/text.ts'

const CHINESE: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名（*）不能再带标记',
  BAD_ALIAS: '别名（*）写法不对',
  BAD_DIRECTIVE: '指令（%）写法不对',
  BAD_DQ_ESCAPE: '双引号内的反斜杠写法不对',
  BAD_INDENT: '缩进不对',
  BAD_PROP_ORDER: '标记的位置不对',
  BAD_SCALAR_START: '这个字符不能作为开头；如是文字请加引号',
  BLOCK_AS_IMPLICIT_KEY: '键只能写在一行内；文字中有“: ”时请加引号',
  BLOCK_IN_FLOW: '花括号、方括号内不能换用缩进写法',
  IMPOSSIBLE: '这里写法不对',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '缺少符号（引号、括号、逗号或冒号后的空格）',
  MULTILINE_IMPLICIT_KEY: '键只能写在一行内',
  MULTIPLE_ANCHORS: '一个值只能有一个锚（&）',
  MULTIPLE_DOCS: '一个文件只能有一份内容（不要用 --- 分隔）',
  MULTIPLE_TAGS: '一个值只能有一个标签（!）',
  NON_STRING_KEY: '键应为文字',
  TAB_AS_INDENT: '不能用制表符缩进，请用空格',
  TAG_RESOLVE_FAILED: '不认识的标签（!）；如是文字请加引号',
  UNDEFINED_ALIAS: '别名（*）没有定义；如是文字请加引号',
  UNEXPECTED_TOKEN: '这里多了不该有的内容',
  BAD_COLLECTION_TYPE: '标签（!）与内容不符',
}

/** What a fault of the YAML parser says to people. */
export function yamlMessage(code: string, message: string): Bilingual {
  return { zh: `YAML 写法有误：${CHINESE[code] ?? message}`, en: `YAML: ${message.replace(/ at line \d+, column \d+:[\s\S]*$/, '')}` }
}

/** What a key says that stands before on line `line`. */
export function duplicateMessage(key: string, line: number): Bilingual {
  return { zh: `YAML 写法有误：键“${key}”写了两次，前一次在第 ${line} 行`, en: `YAML: the key "${key}" is given twice, first on line ${line}` }
}
