// The ten checks as rules of disclint (bench/pack), as often as asked, each copy with constants of its own.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pack = new URL('../pack/', import.meta.url)
const CONSTANTS = [
  [/0\.01万元/g, (k) => `${(k / 100).toFixed(2)}万元`],
  [/\b1901\b/, (k) => String(1900 + k)],
  [/\b(201|101|100001)(?=人?\b|人)/, (k, limit) => String(Number(limit) - 1 + k)],
  [/100\.001%/, (k) => `${(100 + k / 1000).toFixed(3)}%`],
]

/** Writes a configuration with these rules alone; its path. */
export function rulePack(folder, copies) {
  const rules = join(folder, 'rules', 'bench')
  mkdirSync(rules, { recursive: true })
  for (const file of readdirSync(pack)) {
    const text = readFileSync(new URL(file, pack), 'utf8')
    for (const k of copies) writeFileSync(join(rules, file.replace('.yaml', `-${String(k)}.yaml`)), CONSTANTS.reduce((so_far, [constant, moved]) => so_far.replace(constant, (found, limit) => moved(k, limit)), text.replace(/^id: \S+/, `$&-${String(k)}`)))
  }
  const config = join(folder, 'disclint.config.yaml')
  writeFileSync(config, "extends: [./rules]\nrules: {'*': off, bench/*: error}\n")
  return config
}
