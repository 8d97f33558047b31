/** A tag and an attribute that no output may hold as markup. */
export const CANARY = { tag: 'fuzz-x', attribute: 'onfuzz' } as const

/** What breaks programs that trust a document: put into any text. */
export const TOKENS: readonly string[] = [
  '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'length',
  '\u001b[31m', '\u001b]0;x\u0007', '\u001b[2J', '\u009b1m', '\u0000', '\u0007', '\b', '\u007f', '\r', '\n', '\r\n', '\t', '\f', '\u0085', '\u2028',
  '\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00a0', '\u3000', '\u0301'.repeat(40), '\ufffd', '\uffff', '\u{1F600}', '\u{20000}', '\ud800', '\udc00',
  `<${CANARY.tag}>`, `</script><${CANARY.tag}>`, `</style><${CANARY.tag}>`, `--><${CANARY.tag}>`, `]]><${CANARY.tag}>`, `"${CANARY.attribute}="1`, `'${CANARY.attribute}='1`, `&lt;${CANARY.tag}&gt;`, '&#60;', '&amp;', '&', '<', '>', '"', "'", '\\', '`', '${x}', '{{x}}', '{x}', '$x.y',
  '::error file=x::y', '%0A::warning::x', '|', '=cmd()', '@x', '[x](javascript:x)', '![x](http://x.invalid)',
  '0', '-0', '-1', '1e308', '1e-320', '1e999', '9'.repeat(400), `0.${'0'.repeat(300)}1`, '999999999999999999.99', '1,2,3,4', '１２．３４', '-', '—', '△', '%', '‰', '万', '亿', '万亿亿', '个百分点', '元', '万元', '亿元', '约', '余', '零〇一二三四五六七八九十百千万亿',
  '2026年', '9999年99月99日', '0年', '合计', '其中：', '小计', '比上年增加', '减少', '占', '%，', '（', '）', '(', ')', '、', '；', '。', '第一部分', '一、', '（一）', '附件1', '表1', '单位：万元', '收支总表', '项目支出绩效目标表', '【', '】', '《', '》',
  '[', ']', '{', '}', ',', ':', 'null', 'true', 'false', 'NaN', 'Infinity', 'undefined', '../../../../etc/passwd', 'C:\\x', 'file:///x', '%s%n',
]

/** Opening brackets of each notation, with what closes them: nested far deeper than any document. */
export const NESTS: readonly (readonly [string, string])[] = [['[', ']'], ['{"a":', '}'], ['<div>', '</div>'], ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'], ['（', '）'], ['> ', ''], ['- ', ''], ['<table><tr><td>', '</td></tr></table>'], ['&a', ''], ['- [', ']'], ['<<', '>>']]

/** Patterns that take a naive engine for ever, and what a checked one must refuse or run in linear time. */
export const BOMBS: readonly string[] = ['(a+)+$', '(a|a)*b', '(.*)*x', '([一-龥]+)*：', '(a{0,9}){0,9}{0,9}', 'a{1,100000}', '(?=x)y', '(x)\\1', '(?<=x)y', '[', '(', '*', '\\', '(?:', '{money}{money}{money}{money}', '{money}*', '.{0,40}.{0,40}.{0,40}x', '((((((((((a?){9}){9}){9}){9}){9}){9}){9}){9}){9})', '\\u{110000}', '[z-a]', '(?<__proto__>a)']

/** Lines of YAML that make a parser or a checker stumble. */
export const YAML_TOKENS: readonly string[] = ['&a', '*a', '<<: *a', '!!js/function "x"', '!!binary x', '? ', '- ', ': ', '|', '>-', '---', '...', '%YAML 9', '#', "''", '""', '~', '.inf', '.nan', '0x1f', '1_000', '{var: __proto__}', '$constructor.prototype', '$doc.__proto__', '{equal: [1]}', '{all: []}', '{x-y: 1}', 'a: &a [*a, *a]']

export const PDF_TOKENS: readonly string[] = ['1 0 R', '2 0 R', '3 0 R', '4 0 R', '/Kids [2 0 R]', '/Parent 3 0 R', '/Length 999999999', '/Length -1', '/Filter /FlateDecode', '/Count 99999999', '/Prev 9', '/Type /ObjStm /N 9 /First 9', '/XRefStm 9', 'stream\n', 'endstream', 'endobj', '<<', '>>', '[', ']', '(', ')', 'q ', 'Q ', 'BT ', 'ET ', '9e99 0 0 9e99 0 0 cm ', '0 0 0 0 re f ', '/F1 9e9 Tf ', '(x) Tj ', '/Fm0 Do ', '/Encrypt 4 0 R', '%%EOF', 'startxref\n0', '/MediaBox [0 0 0 0]', '/MediaBox [0 0 1e9 1e9]', '/Rotate 45', '/ToUnicode 4 0 R', '-2147483648']

export const XML_TOKENS: readonly string[] = ['<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#xD800;', '<![CDATA[', ']]>', '<?x ?>', '<!--', '-->', ' xmlns:w="x"', ' w:val="-1"', ' w:val="999999999"', ' w:gridSpan="99999999"', ' r="XFD1048576"', ' r="A99999999999"', ' r="__proto__1"', ' ref="A1:XFD1048576"', ' ref="B2:A1"', ' colspan="99999999"', ' rowspan="99999999"', ' colspan="-1"', ' t="s"', '<v>99999999</v>', '<v>-1</v>', '<v>1e999</v>', ' s="9999"', ' numFmtId="9999"', ' formatCode="[[[;;;@"', '<w:vMerge/>', '<w:gridSpan w:val="65536"/>', '<w:numId w:val="__proto__"/>', '<mergeCell ref="A1:Z99999"/>', ' hidden="1"', '<w:del>', '<w:ins>', '<w:vanish/>', '<f>A1</f>']
