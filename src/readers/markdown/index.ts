import type { Nodes, Table, Text } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Result } from '../../core/problem.ts'
import { decodeText } from '../../source/decode.ts'
import { mappedEscaped } from '../../source/escaped.ts'
import { joinMapped, mappedAt, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, Notice, ReadDocument } from '../block.ts'
import { readHtmlPiece } from '../html/index.ts'
import { linesOf } from '../lines.ts'
import { reading, tooLarge } from '../problem.ts'
import { textBlock } from '../text-block.ts'

/** Marks that may begin something inside a line: each open one is kept. */
const MOST_MARKS = 50_000

/** A line nested deeper than anybody writes: quotes and lists within each other. */
const DEEP = /^(?:[ \t]{400}|(?:[ \t]{0,3}[>*+-][ \t]){200})/m

/** Reads Markdown with tables as on GitHub, and tables written as HTML. Places are lines and columns of the file. */
export function readMarkdown({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const { text } = decodeText(content)
    if (DEEP.test(text)) throw tooLarge('> 200 层')
    if ((text.match(/[*_[`]/g) ?? []).length > MOST_MARKS) throw tooLarge(`> ${MOST_MARKS} 个标记`)
    const root = fromMarkdown(text, { extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })], mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()] })
    const notices = struckIn(root)
    return { file, format: 'markdown', sha256, blocks: root.children.flatMap((node) => blocksOf(node, text)), ...(notices.length > 0 && { notices }) }
  })
}

function blocksOf(node: Nodes, source: string): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return linesOf(textOf(node, source)).map((line) => textBlock(line, node.depth))
    case 'paragraph':
      return linesOf(textOf(node, source)).map((line) => textBlock(line))
    case 'table':
      return [grid(node, source)]
    case 'code':
      return linesOf(codeOf(node, source)).map((line) => textBlock(line))
    case 'html':
      return readHtmlPiece(node.value, startOf(node))
    case 'listItem':
      return numbered(node, source)
    case 'definition':
      return footnote(node, source)
    default:
      return 'children' in node ? node.children.flatMap((child) => blocksOf(child, source)) : []
  }
}

/** The lines of code, those that fence it left out. */
function codeOf(node: Nodes, source: string): MappedText {
  const [from, to] = [startOf(node), endOf(node)]
  const fenced = /^(?:`{3,}|~{3,})[^\n]*\n?/.exec(source.slice(from, to))?.[0].length ?? 0
  const end = fenced > 0 ? (/\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/.exec(source.slice(from + fenced, to))?.index ?? to - from - fenced) : to - from
  return mappedAt(source.slice(from + fenced, from + fenced + end), from + fenced)
}

/** A note in one word is written like the address of a link. */
function footnote({ label, position }: Extract<Nodes, { type: 'definition' }>, source: string): readonly Block[] {
  if (label?.startsWith('^') !== true) return []
  const start = startOf({ position })
  const head = /^\[[^\]]*\]:\s*/.exec(source.slice(start, endOf({ position })))?.[0].length ?? 0
  return linesOf(mappedAt(source.slice(start + head, endOf({ position })), start + head)).map((line) => textBlock(line))
}

/** An item keeps the number it was written with; a bullet is no number. */
function numbered(item: Extract<Nodes, { type: 'listItem' }>, source: string): readonly Block[] {
  const [first, ...rest] = item.children.flatMap((child) => blocksOf(child, source))
  if (first === undefined) return []
  const marker = /^\d+[.)]/.exec(source.slice(startOf(item), startOf(item) + 12))
  if (first.kind === 'grid' || first.kind === 'mark' || marker === null) return [first, ...rest]
  return [textBlock(joinMapped([mappedAt(marker[0], startOf(item)), first.text])), ...rest]
}

/** Merged cells do not exist in Markdown; blank ones stand for them as in any flattened text. */
function grid(table: Table, source: string): Block {
  return { kind: 'grid', ruled: false, rows: table.children.map((row) => ({ cells: row.children.map((cell) => ({ text: cellOf(cell, source) })) })) }
}

function cellOf(cell: Nodes, source: string): MappedText {
  const text = trimMapped(joinMapped(linesOf(textOf(cell, source))))
  return text.text === '' ? { text: '', segments: [{ from: 0, to: 0, anchor: { kind: 'text', offset: Math.min(startOf(cell) + 1, endOf(cell)) } }] } : text
}

/** What is struck through (~~text~~), which is no part of the text. */
function struckIn(node: Nodes): readonly Notice[] {
  if (!('children' in node)) return []
  if (node.type !== 'delete' || node.position === undefined) return node.children.flatMap((child) => struckIn(child))
  const { start, end } = node.position
  return [{ kind: 'struck-text', text: charactersIn(node), place: { kind: 'text', line: start.line, column: start.column, endLine: end.line, endColumn: end.column } }]
}

const charactersIn = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(charactersIn).join('') : '')

function textOf(node: Nodes, source: string): MappedText {
  if (node.type === 'delete') return { text: '', segments: [] }
  if (node.type === 'text' || node.type === 'inlineCode') return literal(node, source)
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return { text: '\n', segments: [] }
  if (node.type === 'linkReference' && node.label?.startsWith('^') === true) return { text: '', segments: [] }
  return joinMapped('children' in node ? node.children.map((child) => textOf(child, source)) : [])
}

function literal(node: Pick<Text, 'value' | 'position'>, source: string): MappedText {
  return mappedEscaped(node.value, source.slice(startOf(node), endOf(node)), startOf(node))
}

function startOf({ position }: Pick<Nodes, 'position'>): number {
  return position?.start.offset ?? 0
}

function endOf({ position }: Pick<Nodes, 'position'>): number {
  return position?.end.offset ?? 0
}
