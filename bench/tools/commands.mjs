// Each tool as a command over the files of a set, with a report whose findings can be counted.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHECKS } from '../checks.mjs'
import { SAID_BY_SCHEMA } from './ajv.mjs'
import { rulePack } from './pack.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
export const cli = at('../../dist/cli.js')
const eslint = at('../../node_modules/eslint/bin/eslint.js')
const spectral = at('../node_modules/@stoplight/spectral-cli/dist/index.js')
const ALL = Object.keys(CHECKS)

/** Whether `npm ci --prefix bench` has been run. */
export const spectralInstalled = existsSync(spectral)

/** How often each check failed in each file, from pairs of file and rule; copies of a check are one check. */
function counted(pairs) {
  const found = {}
  for (const [file, rule] of pairs) {
    const counts = (found[basename(file)] ??= {})
    const check = rule.replace(/^bench\//, '').replace(/-\d+$/, '')
    counts[check] = (counts[check] ?? 0) + 1
  }
  return found
}

/** A finding with those it is the cause of. */
const withCaused = (finding) => [finding.ruleId, ...(finding.causeOf ?? []).flatMap(withCaused)]

const loop = (tool, checks) => (set, copies, out) => {
  const list = join(set.folder, '..', `${basename(set.folder)}.txt`)
  writeFileSync(list, set.paths.join('\n'))
  return { args: [at('../loop.mjs'), list, out, tool, String(copies.length)], checks, counts: () => JSON.parse(readFileSync(out, 'utf8')) }
}

const configured = (file, text) => {
  writeFileSync(file, text)
  return file
}

/** Makers of a run of each tool: (set, copies, where its report goes) → its arguments, the checks it can say, and what it found. */
export const TOOLS = {
  'JSON.parse': loop('none', []),
  'a loop written by hand': loop('hand', ALL),
  'json-logic-js in a loop': loop('json-logic', ALL),
  'ajv (4 of the 10)': loop('ajv', SAID_BY_SCHEMA),
  disclint: (set, copies, out) => {
    mkdirSync(`${out}.pack`, { recursive: true })
    return {
      args: [cli, '--exit-zero', '--concurrency', 'off', '-c', rulePack(`${out}.pack`, copies), '-f', 'json', '-o', out, set.folder],
      checks: ALL,
      counts: () => counted(JSON.parse(readFileSync(out, 'utf8')).files.flatMap(({ file, findings, problems }) => {
        if (problems.length > 0) throw new Error(`disclint: ${file}: ${JSON.stringify(problems)}`)
        return findings.flatMap(withCaused).map((rule) => [file, rule])
      })),
    }
  },
  'ESLint + @eslint/json': (set, copies, out) => ({
    args: [eslint, '-c', configured(`${out}.config.mjs`, `import json from ${JSON.stringify(import.meta.resolve('@eslint/json'))}\nimport { eslintConfig } from ${JSON.stringify(new URL('./eslint.mjs', import.meta.url).href)}\nexport default eslintConfig(json, ${JSON.stringify(copies)})\n`), '-f', at('./eslint-counts.mjs'), '-o', out, set.folder],
    cwd: join(set.folder, '..'),
    fails: true,
    checks: ALL,
    counts: () => counted(readFileSync(out, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'))),
  }),
  ...(spectralInstalled && {
    'Spectral CLI': (set, copies, out) => ({
      args: [spectral, 'lint', '-r', configured(`${out}.ruleset.mjs`, `import { spectralRuleset } from ${JSON.stringify(at('./spectral.mjs'))}\nexport default spectralRuleset(${JSON.stringify(copies)})\n`), '-f', 'json', '-o', out, join(set.folder, '*.json')],
      fails: true,
      checks: ALL,
      counts: () => counted(JSON.parse(readFileSync(out, 'utf8')).map(({ source, code }) => [source, code])),
    }),
  }),
}
