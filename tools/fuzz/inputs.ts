import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { serialiseDisclosure } from '../../src/disclosure/serialise.ts'
import { exampleDisclosure } from '../../src/example-disclosure.ts'
import type { Vocabulary } from '../../src/vocabulary/types.ts'
import { publishedCsv, publishedMarkdown } from '../office/flat.ts'
import { publishedHtml } from '../office/html.ts'
import { mhtmlFile } from '../office/mhtml.ts'
import { wordFile, publishedWord } from '../office/docx.ts'
import { publishedPdf } from '../office/pdf.ts'
import { published, type Published } from '../office/published.ts'
import { publishedExcel } from '../office/xlsx.ts'

/** A file of rules/ as text. */
interface RuleText {
  readonly path: string
  readonly text: string
}

/** Small real files of every kind: what cases are made of. */
export interface Inputs {
  readonly json: readonly string[]
  readonly text: readonly string[]
  readonly rules: readonly string[]
  readonly vocabulary: readonly string[]
  readonly config: readonly string[]
  readonly suppressions: readonly string[]
  readonly docx: readonly Uint8Array[]
  readonly xlsx: readonly Uint8Array[]
  readonly pdf: readonly Uint8Array[]
  readonly html: readonly string[]
  readonly mht: readonly string[]
  readonly csv: readonly string[]
  readonly md: readonly string[]
}

/** Reads the project's rules and fixtures, relative to its root, and makes small files of them. */
export function inputs(vocabulary: Vocabulary): Inputs {
  const rules = ruleTexts('rules')
  const text = [...excerpts('fixtures/unit-budget.flawed.txt', 12), ...excerpts('fixtures/final-accounts.clean.txt', 10), ...readdirSync('fixtures/phrases').map((name) => readFileSync(join('fixtures/phrases', name), 'utf8').slice(0, 900))]
  const bodies = text.filter((_, i) => i % 4 === 0).map(published).filter((body) => body.length > 0)
  const made = <T>(make: (body: readonly Published[]) => T): T[] => bodies.map((body) => make(body))
  return {
    json: disclosures(rules, vocabulary),
    text,
    rules: rules.filter(({ path }) => !/^rules\/(?:vocabulary|wording)\//.test(path)).map((file) => file.text),
    vocabulary: VOCABULARY,
    config: CONFIG,
    suppressions: SUPPRESSIONS,
    docx: [...made(publishedWord), wordFile(WORD_BODY, WORD_EXTRAS)],
    xlsx: made((body) => publishedExcel(body)),
    pdf: made(publishedPdf),
    html: made(publishedHtml),
    mht: (['quoted-printable', 'base64'] as const).flatMap((packing) => made((body) => new TextDecoder().decode(mhtmlFile([{ location: 'x.htm', html: publishedHtml(body), packing }])))),
    csv: made(publishedCsv),
    md: made(publishedMarkdown),
  }
}

function ruleTexts(folder: string): readonly RuleText[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ruleTexts(path)
    return path.endsWith('.yaml') ? [{ path, text: readFileSync(path, 'utf8') }] : []
  })
}

/** The disclosures of the examples of rules: each holds what its rule speaks of, and little else. */
function disclosures(rules: readonly RuleText[], vocabulary: Vocabulary): readonly string[] {
  return rules.flatMap(({ text }) => {
    const { examples = [] } = (parse(text) ?? {}) as { examples?: readonly { given?: Record<string, unknown> }[] }
    return examples.slice(0, 3).flatMap(({ given }) => {
      try {
        return given ? [serialiseDisclosure(exampleDisclosure(given, vocabulary))] : []
      } catch {
        return []
      }
    })
  })
}

/** Every so many lines of a published text, in pieces of that length. */
function excerpts(file: string, lines: number): readonly string[] {
  const all = readFileSync(file, 'utf8').split('\n')
  return Array.from({ length: Math.floor(all.length / lines) }, (_, i) => all.slice(i * lines, (i + 1) * lines).join('\n')).filter((_, i) => i % 3 === 0)
}

const WORD_BODY = '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>收入合计10万元，其中：财政拨款6万元、其他收入3万元。</w:t></w:r><w:ins w:author="x"><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>白</w:t></w:r></w:p><w:altChunk r:id="a.html"/><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'
const WORD_EXTRAS = {
  styles: '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="c"/></w:style>',
  numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  comments: '<w:comment w:id="1" w:author="x"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment>',
  footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>',
  header: '<w:p><w:r><w:t>页眉</w:t></w:r></w:p>',
  inserted: { 'a.html': '<p>支出合计10万元。</p><table><tr><td>项目<td>金额</tr><tr><td>甲<td>1.00</tr></table>' },
}

const CONFIG = [
  'extends: disclint:recommended\nregion: 示例省\nrules:\n  arithmetic/table-sum: off\n  text/*: warning\n  year/stale-year: [info, {}]\noverrides:\n  - files: ["附件/**", "!x.json"]\n    address: 收支总表/**\n    rules:\n      prose/amount-vs-table: info\n',
  'extends: [./base.yaml, ./pack, disclint:all]\nvocabulary: [./pack/vocabulary/words.yaml]\nplugins: ./plugin\nsuppressions: ./kept.yaml\nrules: {}\n',
]

const VOCABULARY = ['lists:\n  示例词: [甲, 乙]\n', 'region: 示例省\nconcepts:\n  示例支出:\n    name: 示例支出\n    labels: [示例支出]\n    examples: {yields: [示例支出1万元]}\n']

const SUPPRESSIONS = [
  'suppressions:\n  - rule: arithmetic/claimed-sum\n    fingerprint: 0123456789abcdef\n    reason: 表内口径含上年结转，已与单位核实\n    by: 甲\n    date: 2026-02-01\n    until: 2026-12-31\n    values: 0123456789abcdef\n    file: x.txt\n  - rule: year/stale-year\n    fingerprint: fedcba9876543210\n    reason: 无\n',
]
