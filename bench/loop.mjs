// A bare loop: reads and parses the files named in a list, runs a tool's checks on each, and writes how often each check failed in each.
// usage: node bench/loop.mjs LIST OUT none|hand|json-logic|ajv [COPIES]
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const [list, out, tool, times = '1'] = process.argv.slice(2)
const copies = Array.from({ length: Number(times) }, (_, index) => index + 1)
const TOOLS = {
  none: () => () => undefined,
  hand: async () => (await import('./tools/hand.mjs')).handChecks(copies),
  'json-logic': async () => (await import('./tools/json-logic.mjs')).jsonLogicChecks(copies),
  ajv: async () => (await import('./tools/ajv.mjs')).ajvChecks(copies),
}
const check = await TOOLS[tool]()
const failed = {}
for (const path of readFileSync(list, 'utf8').trim().split('\n')) {
  const document = JSON.parse(readFileSync(path, 'utf8'))
  const counts = (failed[basename(path)] = {})
  check(document, (id) => void (counts[id] = (counts[id] ?? 0) + 1))
}
writeFileSync(out, JSON.stringify(failed))
