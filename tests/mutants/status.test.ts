import { expect, test } from 'vitest'
import { loadRules } from '../../src/load-rules.ts'
import { mutators } from './library.ts'
import { readStatus } from './status.ts'

const { witness, unwitnessed, open } = readStatus()

test('every rule speaks of at least one flawed copy, or says why it cannot', async () => {
  const ids = (await loadRules()).rules.map(({ definition }) => definition.id)
  expect(ids.filter((id) => witness[id] === undefined && unwitnessed[id] === undefined), 'npm run mutants -- --write notes new rules').toEqual([])
  expect([...Object.keys(witness), ...Object.keys(unwitnessed)].filter((id) => !ids.includes(id)), 'rules that are no more').toEqual([])
})

test('what is open or has no witness has a written reason', () => {
  const kinds = new Set(mutators.map(({ kind }) => kind))
  expect(Object.keys(open).filter((kind) => !kinds.has(kind))).toEqual([])
  for (const [name, reason] of [...Object.entries(open), ...Object.entries(unwitnessed)]) expect(reason.length, name).toBeGreaterThan(15)
})
