import { SaxesParser } from 'saxes'
import { array, assert, constantFrom, letrec, oneof, property, record, string, type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml, textIn, type XmlElement, type XmlOptions } from '../../../src/readers/ooxml/xml.ts'
import { UnreadableFile } from '../../../src/readers/problem.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (text: string, options: XmlOptions = {}): XmlElement => parseXml(bytes(text), 'x.xml', options)

function codeOf(text: string, options: XmlOptions = {}): string {
  try {
    parse(text, options)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code
    throw error
  }
}

/** What a strict parser makes of a text: names, attributes and texts in order. */
function outlined(text: string): unknown {
  const root: unknown[] = []
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const children: unknown[] = []
    open.at(-1)?.push([name, { ...attributes }, children])
    open.push(children)
  })
  parser.on('closetag', () => void open.pop())
  const add = (part: string): void => void open.at(-1)?.push(part)
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(text).close()
  return joined(root)[0]
}

/** Neighbouring texts as one: where a parser cuts them says nothing. */
function joined(children: readonly unknown[]): unknown[] {
  return children.reduce<unknown[]>((so_far, child) => {
    const last = so_far.at(-1)
    if (typeof child === 'string' && typeof last === 'string') return [...so_far.slice(0, -1), last + child]
    return [...so_far, Array.isArray(child) ? [child[0], child[1], joined(child[2] as unknown[])] : child]
  }, [])
}

const outline = ({ name, attributes, children }: XmlElement): unknown => [name, { ...attributes }, joined(children.map((child) => (typeof child === 'string' ? child : outline(child))))]

describe('parseXml', () => {
  it('reads entities, character references, comments, CDATA and line ends as XML has them', () => {
    const root = parse('<?xml version="1.0"?><!-- 注 --><a t="1 &lt; 2 &amp;&#20803;"><b>万&#x5143;&gt;\r\n</b><![CDATA[<c>]]><d/></a>')
    expect(outline(root)).toEqual(['a', { t: '1 < 2 &元' }, [['b', {}, ['万元>\n']], '<c>', ['d', {}, []]]])
  })

  it('calls elements by the prefix Word itself gives their namespace', () => {
    const root = parse(`<x:document xmlns:x="${W}"><x:p x:val="1"/><p xmlns="urn:other"/></x:document>`)
    expect(outline(root)).toEqual(['w:document', {}, [['w:p', { 'w:val': '1' }, []], ['p', {}, []]]])
  })

  it.each([
    ['cut within a tag', '<a><b>1</b'],
    ['cut within an element', '<a><b>1</b>'],
    ['tags that do not match', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['no element', '只有文字'],
    ['a tag too many at the end', '<a></a></a>'],
  ])('refuses %s', (_what, text) => {
    expect(codeOf(text)).toBe('file-damaged')
  })

  it('refuses declarations of entities, and nesting without end', () => {
    expect(codeOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toBe('xml-doctype')
    expect(codeOf('<a>'.repeat(600))).toBe('file-too-large')
    expect(codeOf('<a>'.repeat(600), { unused: new Set(['a']) })).toBe('file-too-large')
  })

  it('leaves out what is unused with all that is in it, and still sees where its tags do not match', () => {
    const unused = new Set(['w:b'])
    const inside = (text: string): string => `<w:a xmlns:w="${W}"><w:p/>${text}<w:p>乙</w:p></w:a>`
    for (const left of ['<w:b/>', '<w:b w:val="1"/>', '<w:b>甲<w:p x="&amp;">丙</w:p><w:b/></w:b>']) expect(outline(parse(inside(left), { unused }))).toEqual(outline(parse(inside(''))))
    for (const left of ['<w:b><w:c></w:b>', '<w:b>', '<w:b></w:c></w:b>']) expect(codeOf(inside(left), { unused })).toBe('file-damaged')
  })

  it('reads well-formed XML as a strict parser does', () => {
    const name = constantFrom('a', 'b', 'c-d', 'e.f')
    const text = string({ unit: constantFrom('甲', '1', ' ', '&amp;', '&lt;', '&#65;', '\n', '"', '>', ']'), maxLength: 6 }).filter((value) => !value.includes(']]'))
    const value = string({ unit: constantFrom('甲', '1', ' ', '&amp;', '&quot;', "'", '>', '/'), maxLength: 4 })
    const { element } = letrec<{ element: string; child: string }>((tie) => ({
      child: oneof({ maxDepth: 4 }, text, constantFrom('<!-- - -->', '<![CDATA[<x>]]>', '<?p q?>'), tie('element')) as Arbitrary<string>,
      element: record({ name, attributes: array(record({ name: constantFrom('x', 'y'), value }), { maxLength: 1 }), children: array(tie('child') as Arbitrary<string>, { maxLength: 4 }) })
        .map(({ name: tag, attributes, children }) => `<${tag}${attributes.map((one) => ` ${one.name}="${one.value}"`).join('')}${children.length === 0 ? '/>' : `>${children.join('')}</${tag}>`}`),
    }))
    assert(property(element, (xml) => {
      expect(outline(parse(xml))).toEqual(outlined(xml))
    }), { numRuns: 500 })
  })

  it('gives the characters of an element in order, however they are cut', () => {
    expect(textIn(parse('<a>1<b>2&amp;</b>3</a>'))).toBe('12&3')
  })
})
