import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
const { vocabulary } = loadVocabulary(builtin.filter(({path}) => path.startsWith('vocabulary/')))
const out = process.argv[2] ?? '/tmp/snap'
mkdirSync(out, { recursive: true })
const S = process.env['DISCLINT_SHARED'] ?? '../shared'
const files = [`${S}/seed/education-office-2026.txt`, ...readdirSync(`${S}/corpus/restated`).filter((f) => /^\d+\.txt$/.test(f)).map((f) => `${S}/corpus/restated/${f}`), ...readdirSync('fixtures').filter((f) => f.endsWith('.txt')).map((f) => `fixtures/${f}`)]
for (const file of files) {
  const read = readSubjects([{ file, content: readFileSync(file) }], vocabulary)
  writeFileSync(`${out}/${file.split('/').at(-1)}.json`, JSON.stringify(read.disclosure, null, 1))
  console.log(file, read.disclosure?.kind, read.disclosure?.extent, read.disclosure?.fiscalYear, 'tables', read.disclosure?.tables.length, 'extra', read.disclosure?.extra?.length)
}
