import { readFileSync } from 'node:fs'
import { readText } from '../src/readers/text/index.ts'
const files = process.argv.slice(2)
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const texts = (t: string) => readText(t, 'a', 'x').blocks.flatMap((b) => b.kind === 'paragraph' || b.kind === 'heading' ? [b.text.text] : [])
  const base = texts(text)
  const baseSet = new Set(base)
  const cands = lines.flatMap((l, i) => l.length >= 16 && /[，。；]/.test(l) && !/[\t|]/.test(l) && baseSet.has(l.trim()) ? [i] : [])
  let tried = 0, good = 0; const bad: string[] = []
  for (let round = 0; round < 25; round++) {
    const copy = [...lines]
    const broken: [number, number][] = []
    for (let k = round; k < cands.length; k += 25) { const i = cands[k]!; const l = lines[i]!; const t=l.trim(); const at = 8 + ((i * 7919 + round * 31) % (t.length - 12)); if (/[。；]/.test(t[at-1]!)) continue; copy[i] = t.slice(0, at) + '\n' + t.slice(at); broken.push([i, at]) }
    const got = texts(copy.join('\n'))
    const set = new Set(got)
    for (const [i, at] of broken) { tried++; const t=lines[i]!.trim(); if (set.has(t)) good++; else bad.push(t.slice(Math.max(0,at-30), at) + ' ⏎ ' + t.slice(at, at + 30)+ '   #'+ at+'/'+t.length) }
    // new merges
    const want = new Set(base)
    for (const g of got) if (!want.has(g) && !bad.some(() => false) && base.filter((b) => g.includes(b) && b.length > 6 && b !== g).length >= 2) console.log('MERGED', g.slice(0, 120))
  }
  console.log(file, tried, good)
  if (process.env['SHOW']) for (const b of bad.slice(0, Number(process.env['SHOW']))) console.log('   ', b)
}
