import { strFromU8, unzipSync } from 'fflate'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { SaxesParser } from 'saxes'
import { readExcel } from '../../../src/readers/excel/index.ts'

/** An element of XML, as an XML parser gives it. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  text: string
}

/** The root of well-formed XML; throws where it is not. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const node: XmlNode = { name: tag.name, attributes: Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value])), children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (part) => {
    for (const node of open) node.text += part
  })
  parser.write(text).close()
  return root
}

/** All elements of a name, in document order. */
export function elements(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)])
}

/** Rule ids of the results of a SARIF log. */
export function sarifRules(text: string): string[] {
  const log = JSON.parse(text) as { runs: { results: { ruleId: string }[] }[] }
  return log.runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId))
}

/** Class names of test cases that stand for findings. */
export function junitRules(text: string): string[] {
  return elements(parseXml(text), 'testcase').map(({ attributes }) => attributes['classname'] ?? '').filter((name) => name.includes('/'))
}

export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Workflow commands as GitHub's runner reads them (actions/runner, ActionCommand.TryParseV2). */
export function workflowCommands(text: string): WorkflowCommand[] {
  const data = (value: string): string => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const property = (value: string): string => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
  return text.split('\n').flatMap((line) => {
    const match = /^::(\w+) ?([^:]*(?::(?!:)[^:]*)*)::(.*)$/.exec(line.trimStart())
    if (!match) return []
    const [, name = '', given = '', message = ''] = match
    const properties = Object.fromEntries(given.split(',').map((entry) => [entry.slice(0, entry.indexOf('=')).trim(), property(entry.slice(entry.indexOf('=') + 1))]))
    return [{ name, properties, message: data(message) }]
  })
}

/** Check names of GitLab Code Quality issues. */
export function gitlabRules(text: string): string[] {
  return (JSON.parse(text) as { check_name: string }[]).map(({ check_name }) => check_name)
}

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
}

export function markdownTree(text: string): MarkdownNode {
  return fromMarkdown(text, { mdastExtensions: [gfmTableFromMarkdown()] }) as MarkdownNode
}

/** Code at the end of the first paragraph of each item of a top-level list. */
export function markdownRules(text: string): string[] {
  const lists = (markdownTree(text).children ?? []).filter(({ type }) => type === 'list')
  return lists.flatMap(({ children = [] }) => children).flatMap((item) => {
    const last = item.children?.[0]?.children?.at(-1)
    return last?.type === 'inlineCode' ? [last.value ?? ''] : []
  })
}

/** Cells of the first sheet. */
export function xlsxRows(bytes: Uint8Array): string[][] {
  const read = readExcel({ file: 'x.xlsx', content: bytes, sha256: '' })
  if (!read.ok) throw new Error('not an xlsx')
  const grid = read.value.blocks.find((block) => block.kind === 'grid')
  return grid?.kind === 'grid' ? grid.rows.map(({ cells }) => cells.map(({ text }) => text.text)) : []
}

export interface WordComment {
  readonly id: string
  readonly lines: readonly string[]
}

export function docxComments(bytes: Uint8Array): WordComment[] {
  const part = unzipSync(bytes)['word/comments.xml']
  if (!part) return []
  return elements(parseXml(strFromU8(part)), 'w:comment').map((comment) => ({ id: comment.attributes['w:id'] ?? '', lines: elements(comment, 'w:p').map(({ text }) => text) }))
}

/** `data-rule` of the cards of a review sheet. */
export function htmlRules(text: string): string[] {
  const rules: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    const attributes = 'attrs' in node ? node.attrs : []
    const card = attributes.some(({ name }) => name === 'data-finding')
    const rule = attributes.find(({ name }) => name === 'data-rule')
    if (card && rule) rules.push(rule.value)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(text))
  return rules
}
