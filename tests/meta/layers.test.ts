import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** DESIGN §1: what each folder may import from the others, and which npm packages it may use. */
const LAYERS: Record<string, { folders: readonly string[]; packages?: readonly RegExp[] }> = {
  core: { folders: [] },
  source: { folders: ['core'], packages: [/^yaml$/] },
  vocabulary: { folders: ['core', 'source'] },
  disclosure: { folders: ['core', 'source'] },
  // One library a format; a reader adds blocks and places.
  readers: { folders: ['core', 'source'], packages: [/^pdfjs-dist\//, /^virtual:disclint-cmaps$/, /^fflate$/, /^htmlparser2$/, /^numfmt$/, /^parse5$/, /^papaparse$/, /^mdast(?:-util-[\w-]+)?$/, /^micromark-extension-gfm-(?:table|strikethrough)$/] },
  recognise: { folders: ['core', 'source', 'disclosure', 'vocabulary', 'readers/block'] },
  facts: { folders: ['core', 'source', 'disclosure', 'vocabulary'] },
  ruleset: { folders: ['core', 'source', 'vocabulary', 'facts'], packages: [/^json-logic-js$/, /^virtual:disclint-wording$/] },
  findings: { folders: ['core', 'source'] },
  engine: { folders: ['core', 'source', 'disclosure', 'facts', 'ruleset', 'findings'] },
  // html shows the document itself; docx finds the places of the Word reader again, and both office formats are zips of XML.
  formatters: { folders: ['core', 'source', 'findings', 'disclosure', 'readers/word/anchors'], packages: [/^chalk$/, /^get-east-asian-width$/, /^virtual:disclint-sheet$/, /^fflate$/, /^saxes$/] },
  config: { folders: ['core', 'source', 'vocabulary', 'ruleset', 'findings'] },
  files: { folders: ['core', 'index'], packages: [/^node:/, /^globby$/] },
  // The sheet's script goes into every sheet, so it takes the one file it needs instead of the whole library.
  hosts: { folders: ['core', 'index', 'files', 'findings/review'], packages: [/^node:/, /^commander$/, /^yaml$/, /^diff$/, /^vscode-languageserver(\/node|-textdocument)?$/] },
  top: { folders: ['core', 'source', 'vocabulary', 'disclosure', 'readers', 'recognise', 'facts', 'ruleset', 'findings', 'engine', 'formatters', 'config', 'top'], packages: [/^@noble\/hashes/, /^virtual:disclint-(builtin|wording|ahead)$/] },
}

/** The JSON schemas are read where data is checked against them, and where an editor is helped by them. */
const SCHEMA_READERS = ['vocabulary', 'disclosure', 'config', 'ruleset']
const SCHEMA_HELP = /^hosts\/lsp\/yaml\//

/** Folders whose code must not know how disclosures are worded. */
const NO_CHINESE = ['engine', 'ruleset', 'findings', 'facts']
const UNITS_AND_NUMERALS = /^facts\/(amounts\/(units|numerals)|tokens\/[^/]*lexicon)[^/]*\.ts$/

const src = new URL('../../src/', import.meta.url).pathname

function sources(folder = src): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** Whether a string, template or regular expression of the code (comments aside) has a Chinese character; the bounds of a range (\\u4e00) are none. */
function holdsChinese(path: string): boolean {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  const literal = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isIdentifier(node)
  const visit = (node: ts.Node): boolean => (literal(node) && /\p{Script=Han}/u.test(node.getText(file))) || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false)
  return visit(file)
}

interface Import {
  readonly file: string
  readonly layer: string
  readonly target: string
}

function importsOf(path: string): Import[] {
  const file = relative(src, path).split(sep).join('/')
  const layer = file.includes('/') ? (file.split('/')[0] ?? 'top') : 'top'
  const parsed = ts.preProcessFile(readFileSync(path, 'utf8'), true, true)
  return parsed.importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return { file, layer, target: `npm:${fileName}` }
    return { file, layer, target: relative(src, join(path, '..', fileName)).split(sep).join('/') }
  })
}

function allowed({ file, layer, target }: Import): boolean {
  const rule = LAYERS[layer]
  if (!rule) return false
  if (target.startsWith('npm:')) return (rule.packages ?? []).some((pattern) => pattern.test(target.slice(4)))
  if (target.startsWith('../schemas/')) return SCHEMA_READERS.includes(layer) || SCHEMA_HELP.test(file)
  const folder = target.includes('/') ? (target.split('/')[0] ?? '') : 'top'
  if (folder === layer) return true
  if (folder === 'top') return rule.folders.includes('top') || (rule.folders.includes('index') && target === 'index.ts')
  return rule.folders.some((name) => name === folder || target === `${name}.ts`)
}

const files = sources()

describe('layers', () => {
  it('imports only what DESIGN §1 allows, packages included', () => {
    const wrong = files.flatMap(importsOf).filter((entry) => !allowed(entry))
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
    expect(files.length).toBeGreaterThan(20)
  })

  it('sees what it should: a forbidden import is recognised as such', () => {
    expect(allowed({ file: 'facts/x.ts', layer: 'facts', target: 'ruleset/index.ts' })).toBe(false)
    expect(allowed({ file: 'engine/x.ts', layer: 'engine', target: 'npm:node:fs' })).toBe(false)
    expect(allowed({ file: 'recognise/x.ts', layer: 'recognise', target: 'readers/text/index.ts' })).toBe(false)
  })

  it('says nothing of budgets in code: no Chinese in engine, ruleset, findings and facts', () => {
    const wrong = files
      .map((path) => relative(src, path).split(sep).join('/'))
      .filter((file) => NO_CHINESE.includes(file.split('/')[0] ?? '') && !UNITS_AND_NUMERALS.test(file))
      .filter((file) => holdsChinese(join(src, file)))
    expect(wrong).toEqual([])
  })

  it('keeps files short: 300 lines at most', () => {
    const long = files.map((path) => [relative(src, path), readFileSync(path, 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })
})
