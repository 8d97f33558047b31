// The floor: reads and parses the files named in the list file. With `ajv`, checks them against the schema of disclosures too.
import { readFileSync } from 'node:fs'

const [list, tool] = process.argv.slice(2)
let check = () => true
if (tool === 'ajv') {
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  check = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(new URL('../schemas/disclosure.schema.json', import.meta.url), 'utf8')))
}
let valid = 0
for (const path of readFileSync(list, 'utf8').trim().split('\n')) if (check(JSON.parse(readFileSync(path, 'utf8')))) valid += 1
console.log(valid)
