import { readFileSync } from 'node:fs'
import { textLines } from '../src/readers/text/line.ts'
import { furnitureLines } from '../src/readers/text/furniture.ts'
import { looseLine } from '../src/readers/text/loose/assemble.ts'
const ls = textLines(readFileSync('/tmp/rd/05.layout.txt','utf8'))
const m = furnitureLines(ls)
const at = ls.findIndex((l,i)=> /支出预算总表/.test(l.text.text) && i > 60)
for (let i=at;i<=at+12;i++) console.log(i, ls[i]?.kind, ls[i]?.endsPage, m.has(i), JSON.stringify(ls[i]?.text.text), looseLine(ls[i]!, i).figures.length)
