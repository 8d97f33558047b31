// For each relation that the labels say holds and that needs tables: is it checked at all? A figure of it is changed in the imported
// disclosure; a check that reads it must then report the change beside another figure of the relation.
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../src/core/finding.ts'
import { createLinter, importDisclosure, openSubject, type Linter } from '../src/index.ts'

interface Label { readonly file: string; readonly id: string; readonly expect: string; readonly kind: string; readonly needs: string; readonly figures: readonly string[]; readonly why: string }

const shared = process.env['DISCLINT_SHARED'] ?? '../shared'
const chosen = process.argv.slice(2)
const bare = (figure: string): string => figure.replace(/[,%+−-]/g, '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
const figuresIn = (text: string): ReadonlySet<string> => new Set((text.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/g) ?? []).map(bare))

/** The disclosure's text with one occurrence of a figure changed in its first digit (to the next, to 9, to ninety-odd), for each occurrence; and the changed figure. */
function* changed(json: string, figure: string): Generator<{ readonly json: string; readonly now: string }> {
  const plain = figure.replace(/^[-−]/, '')
  const pattern = new RegExp(`(?<![\\d.,])${plain.replace(/%$/, '').replaceAll('.', '\\.').replaceAll(',', ',?')}0*(?![\\d]|[.,]\\d)`, 'g')
  for (const match of json.matchAll(pattern)) {
    const digit = match[0].search(/[1-9]/)
    if (digit < 0) continue
    for (const other of new Set([String((Number(match[0][digit]) % 9) + 1), '9', `9${match[0][digit]}`])) {
      const now = match[0].slice(0, digit) + other + match[0].slice(digit + 1)
      if (now !== match[0]) yield { json: json.slice(0, match.index) + now + json.slice(match.index + match[0].length), now }
    }
  }
}

const all = (findings: readonly Finding[]): readonly Finding[] => findings.flatMap((finding) => [finding, ...all(finding.causeOf ?? [])])
const said = ({ sites, message, numbers, trace }: Finding): string => JSON.stringify([sites.map(({ text, value }) => [text, value]), message, numbers, trace])

function witness(linter: Linter, json: string, figures: readonly string[]): string | undefined {
  const lint = (content: string): readonly Finding[] => all(linter.lint({ file: 'x.disclosure.json', content }).findings)
  const before = new Set(lint(json).map(said))
  for (const figure of figures) {
    for (const { json: content, now } of changed(json, figure)) {
      const hit = lint(content).find((finding) => {
        if (before.has(said(finding))) return false
        const seen = figuresIn(said(finding))
        return seen.has(bare(now)) && figures.some((other) => other !== figure && seen.has(bare(other)))
      })
      if (hit !== undefined) return `${hit.ruleId}: ${hit.message.slice(0, 80)}`
    }
  }
  return undefined
}

async function main(): Promise<void> {
  const linter = await createLinter({ language: 'zh' })
  const labels = readFileSync(join(shared, 'gold/corpus.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Label)
    .filter(({ expect, needs, kind, id }) => expect === 'never' && needs === 'tables' && kind === 'figures' && (chosen.length === 0 || chosen.includes(id)))
  const imported = new Map<string, string>()
  for (const { id, file, figures, why } of labels) {
    const [pdf, text] = [join(shared, `corpus/pdf/${file}.pdf`), join(shared, `corpus/restated/${file}.txt`)]
    if (!imported.has(file)) {
      const name = existsSync(pdf) ? pdf : text
      const raw = readFileSync(name)
      const content = name === text ? Buffer.from(raw.toString('utf8').split('\n').map((line, k) => (k < 2 ? '' : line)).join('\n')) : raw
      imported.set(file, (await importDisclosure([await openSubject({ file: name, content })])).json)
    }
    console.log(id, witness(linter, imported.get(file) ?? '', figures) ?? `NOT CHECKED (${why})`)
  }
}

await main()
