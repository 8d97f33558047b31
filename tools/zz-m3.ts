import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
const { vocabulary } = loadVocabulary(builtin.filter(({path}) => path.startsWith('vocabulary/')))
const show = (name: string, text: string) => { const d = readSubjects([{ file: 'a.txt', content: text }], vocabulary).disclosure!; console.log(name.padEnd(44), d.kind, d.extent, d.entity.level, d.fiscalYear, 'tables', d.tables.length, 'roles', new Set(d.tables.map((t) => t.role)).size, 'projects', d.projects.length) }
for (const file of ['fixtures/unit-budget.clean.txt', 'fixtures/final-accounts.clean.txt', '../shared/seed/education-office-2026.txt']) {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  console.log(file)
  show('whole', text)
  const parts = lines.flatMap((l, i) => (/^第[一二三四五六]部分/.test(l) && !/\t\d+$|\.{3}/.test(l) ? [i] : []))
  console.log(parts.map((i) => lines[i]))
  for (let k = 0; k < parts.length; k++) show('  without ' + lines[parts[k]!]!.slice(0, 20), [...lines.slice(0, parts[k]), ...lines.slice(parts[k + 1] ?? lines.length)].join('\n'))
  for (let k = 0; k < parts.length; k++) show('  only ' + lines[parts[k]!]!.slice(0, 20), lines.slice(parts[k], parts[k + 1] ?? lines.length).join('\n'))
  const body = lines.findIndex((l, i) => i === parts[0])
  show('  without cover', lines.slice(body).join('\n'))
  show('  without numbers of parts', text.replace(/^第[一二三四五六]部分\s*/gm, ''))
  show('  unnumbered headings', text.replace(/^[一二三四五六七八九十]{1,3}、(?=[^。\n]{2,40}$)/gm, ''))
  const dropTables = (keep: number) => { let n = 0; const out: string[] = []; let skip = false; for (const l of lines) { if (/^(20\d\d年.*表|.*(总表|决算表|预算表|明细表|支出表|情况表))$/.test(l) && !/\t/.test(l)) { n++; skip = n > keep } else if (/^第[三四五]部分/.test(l) || /^[一二三]、/.test(l)) skip = false; if (!skip) out.push(l) } return out.join('\n') }
  for (const keep of [9, 7, 5, 3, 1]) show(`  first ${keep} table titles`, dropTables(keep))
}
