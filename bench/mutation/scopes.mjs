const AMOUNTS = 'src/facts/amounts'
const UNITS = ['units', 'numerals', 'read-figure', 'parse-quantity', 'parse-cell', 'print-quantity'].map((name) => `${AMOUNTS}/${name}.ts`)

/** What is mutated together, and the tests that must notice, the quickest first. */
export const SCOPES = {
  verdicts: {
    mutate: [`${AMOUNTS}/*.ts`, ...UNITS.map((file) => `!${file}`), 'src/ruleset/verdicts.ts', 'src/ruleset/combine.ts'],
    tests: ['tests/unit/amounts-verdicts.test.ts', 'tests/unit/amounts-trace.test.ts', 'tests/unit/amounts-parse.test.ts', 'tests/unit/ruleset-verdicts.test.ts', 'tests/properties/amounts.test.ts'],
  },
  units: {
    mutate: UNITS,
    tests: ['tests/unit/amounts-parse.test.ts', 'tests/unit/amounts-verdicts.test.ts', 'tests/unit/amounts-units.test.ts', 'tests/unit/tokens.test.ts'],
  },
  operators: {
    mutate: ['src/ruleset/operators/*.ts'],
    tests: ['tests/unit/ruleset-operators.test.ts', 'tests/unit/ruleset-verdicts.test.ts', 'tests/unit/ruleset-operators-edges.test.ts', 'tests/unit/engine-verdicts.test.ts'],
  },
  tables: {
    mutate: ['src/facts/tables/*.ts'],
    tests: ['tests/unit/facts-*.test.ts', 'tests/unit/engine-*.test.ts'],
  },
  prose: {
    mutate: ['src/facts/prose/*.ts'],
    tests: ['tests/unit/prose-*.test.ts', 'tests/unit/facts-*.test.ts'],
  },
}

/** The scope that MUTATE names. */
export function chosenScope(name = process.env.MUTATE) {
  const scope = SCOPES[name]
  if (!scope) throw new Error(`MUTATE is one of ${Object.keys(SCOPES).join(', ')}`)
  return { name, ...scope }
}
