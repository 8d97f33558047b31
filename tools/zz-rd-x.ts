import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { patternOf } from '../src/facts/prose/reading/anchors.ts'
import { tokenShadow } from '../src/facts/prose/pattern/shadow.ts'
import { tokenise } from '../src/facts/tokens/index.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary } = loadVocabulary(inF('vocabulary')) as any
const c = vocabulary.concepts.get('科目支出')
const t = tokenise('1.农林水支出（类）水利（款）行政运行（项）。年初预算为398.67万元，支出决算为398.67万元')
for (const s of c.prose) { const p = patternOf(s, vocabulary); console.log(JSON.stringify(p?.findIn(tokenShadow(t)))) }
console.log([...vocabulary.concepts.values()].filter((x: any) => x.id.includes('科目')).map((x: any) => [x.id, x.prose?.length]))
