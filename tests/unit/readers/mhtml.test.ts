import { describe, expect, it } from 'vitest'
import type { Result } from '../../../src/core/problem.ts'
import type { ReadDocument } from '../../../src/readers/block.ts'
import { detectFormat } from '../../../src/readers/format.ts'
import { readMhtml } from '../../../src/readers/mhtml/index.ts'
import { gbk, mhtmlFile, type Packing } from '../../../tools/office/mhtml.ts'

const read = (content: Uint8Array): Result<ReadDocument> => readMhtml({ file: 'x.mht', content, sha256: '' })

function blocksOf(content: Uint8Array): readonly string[] {
  const result = read(content)
  if (!result.ok) throw new Error(result.problems[0]?.message.en)
  return result.value.blocks.map((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text }) => text.text).join('|')).join('/') : `${block.kind} ${block.text.text}`))
}

const TABLE = '<table><tr><td>项目<td>金额</tr><tr><td>甲<td>12.00</tr></table>'
const PAGE = `<html><body>\n<p>收入合计12.00万元，比上年增加。</p>\n${TABLE}\n</body></html>`
const page = (html: string, packing: Packing = 'quoted-printable', location = 'x.htm') => ({ location, html, packing })

describe('a web page saved as one file', () => {
  it.each(['quoted-printable', 'base64', '8bit'] as const)('is read from %s, in utf-8 and in gb2312', (packing) => {
    const expected = ['paragraph 收入合计12.00万元，比上年增加。', '项目|金额/甲|12.00']
    expect(blocksOf(mhtmlFile([page(PAGE, packing)]))).toEqual(expected)
    expect(blocksOf(mhtmlFile([{ ...page(PAGE, packing), encode: gbk }]))).toEqual(expected)
  })

  it('is told by its headers, whatever its name', () => {
    const content = mhtmlFile([page(PAGE)])
    expect(['x.mht', 'x.doc', 'x.xls', 'x.txt'].map((name) => detectFormat(content, name))).toEqual(Array(4).fill('mhtml'))
    expect(detectFormat(new TextEncoder().encode('From: <Saved by Blink>\nSubject: =?utf-8?Q?=E5=85=AC?=\n =?utf-8?Q?=E5=BC=80?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n'), 'x')).toBe('mhtml')
    expect(detectFormat(new TextEncoder().encode('MIME-Version: 1.0\n\n收入合计'), 'x.txt')).toBe('text')
  })

  it('may have several pages: sheets of a workbook in their order, headers of Word as marks, tabs not at all', () => {
    const content = mhtmlFile([page('<html><frameset><frame src="sheet001.htm"></frameset></html>', 'base64', 'x.htm'), page(TABLE, 'base64', 'x.files/sheet001.htm'), page(TABLE.replace('甲', '乙'), 'base64', 'x.files/sheet002.htm'), page('<a>收入表</a><a>支出表</a>', 'base64', 'x.files/tabstrip.htm'), page('<div><p>内部资料</p><p>3</p></div>', 'base64', 'x.files/header.htm')])
    expect(blocksOf(content)).toEqual(['项目|金额/甲|12.00', '项目|金额/乙|12.00', 'mark 内部资料'])
  })

  it('says on which lines of the file a text stands', () => {
    const content = mhtmlFile([page(`<p>${'前'.repeat(60)}</p>\n<p>合计</p>`)])
    const lines = new TextDecoder().decode(content).split('\r\n')
    const result = read(content)
    const anchors = (result.ok ? result.value.blocks : []).map((block) => (block.kind === 'grid' ? undefined : block.text.segments[0]?.anchor))
    const at = lines.findIndex((line) => line.includes('=E5=90=88=E8=AE=A1')) + 1
    expect(anchors[1]).toEqual({ kind: 'place', place: { kind: 'text', line: at, column: 1, endLine: at, endColumn: 1, approximate: true } })
    expect(anchors[0]).toMatchObject({ place: { line: lines.findIndex((line) => line.startsWith('<p>')) + 1, endLine: at - 1 } })
  })

  it('that ends too early, or holds no page, is a problem that says so', () => {
    const codes = [mhtmlFile([page(PAGE)], ''), mhtmlFile([]), new TextEncoder().encode('MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n')].map((content) => {
      const result = read(content)
      return result.ok ? '' : result.problems.map(({ code }) => code).join()
    })
    expect(codes).toEqual(['file-damaged', 'mhtml-no-page', 'file-damaged'])
  })
})
