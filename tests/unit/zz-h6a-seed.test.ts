import { test } from 'vitest'
import { readFileSync, writeFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { readText } from '../../src/readers/text/index.ts'
import { recognise } from '../../src/recognise/index.ts'
test('seed', () => {
  const { vocabulary } = loadVocabulary(builtin.filter((f) => f.path.startsWith('vocabulary/')))
  for (const [f, o] of [[process.env.SRC ?? '../shared/seed/education-office-2026.txt', process.env.OUT ?? '/tmp/seed.json']] as const) {
    const r = recognise([readText(readFileSync(f, 'utf8'), f, 'x') as any], vocabulary)
    writeFileSync(o, JSON.stringify(r.disclosure, null, 1))
    console.log(JSON.stringify({ ...r.recognition, unrecognised: r.recognition.unrecognised.length }, null, 0).slice(0, 2500))
  }
})
