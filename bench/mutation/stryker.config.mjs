import { chosenScope } from './scopes.mjs'

const { name, mutate } = chosenScope()

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'bench/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A mutant that loops is stopped by its steps; the rest of the time is for slow machines.
  timeoutMS: 8_000,
  ignorePatterns: ['dist', 'docs', 'editors', 'examples', 'bench/parts', 'bench/tools', 'report.json', 'tests/corpus', 'tests/browser'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: `bench/mutation/reports/${name}.json` },
  htmlReporter: { fileName: `bench/mutation/reports/${name}.html` },
  allowEmpty: false,
}
