import { readFileSync } from 'node:fs'
import { readText } from '../src/readers/text/index.ts'
const [,, file='', from='0', to='9999'] = process.argv
for (const [i, b] of readText(readFileSync(file,'utf8'), file, '').blocks.entries()) {
  if (i < Number(from) || i > Number(to)) continue
  if (b.kind === 'grid') { console.log(i, 'GRID', b.apart, b.headings, b.rows.length); for (const r of b.rows.slice(0,14)) console.log('    ', r.doubtful ? '?' : '', r.cells.map(c => c.text.text).join(' | ')) }
  else console.log(i, b.kind, b.text.text.slice(0,70))
}
