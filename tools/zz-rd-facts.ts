import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
import { buildModel } from '../src/facts/index.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary, faults } = loadVocabulary(inF('vocabulary')) as any
if (faults?.length) console.log(faults)
const file = process.argv[2] ?? ''
const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
const model = buildModel(read.disclosure!, vocabulary)
const fam = process.argv[3] ?? '金额'
const rows: string[] = []
for (const i of model.items('fact')) {
  const t = (n: string) => { const v: any = i.get(n); return v.text ?? v.type }
  if (t('family') !== fam) continue
  const s: any = i.get('scope')
  rows.push([t('concept'), JSON.stringify(s.known).replace(/"/g, ''), '?' + (s.unsaid ?? []).join(','), (i.get('value') as any).printed, t('origin'), i.reading ?? '', i.ref.pointer].join(' | '))
}
console.log(rows.sort().join('\n'))
console.log(read.disclosure!.tables.map((t: any, i: number) => `${i} ${t.role} ${t.title} ${t.unit} [${t.lanes.map((l:any)=>l.columns.map((c:any)=>c.key).join(',')).join(' || ')}] rows ${t.lanes.map((l:any)=>l.rows.length)}`).join('\n'))
