import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as api from '../../src/index.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; scripts: Record<string, string> }

describe('the package', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
      [
        "ConfigError",
        "DisclintError",
        "EXIT",
        "RuleFileError",
        "SEVERITIES",
        "applyBaseline",
        "applyEdits",
        "baselineOf",
        "builtinRules",
        "categoryName",
        "checkSuppressions",
        "compareReports",
        "createLinter",
        "createLinterSync",
        "decodeText",
        "defaultConfig",
        "drawSheet",
        "editsOf",
        "effectiveConfig",
        "errorsOnly",
        "explainRule",
        "findConfig",
        "formatDocx",
        "formatGithub",
        "formatGitlab",
        "formatHtml",
        "formatJson",
        "formatJunit",
        "formatMarkdown",
        "formatSarif",
        "formatStylish",
        "formatXlsx",
        "importDisclosure",
        "isBaseline",
        "isPlaceholder",
        "isReport",
        "jsonLogic",
        "loadConfig",
        "matchesFile",
        "mergeReports",
        "nearestRules",
        "nothingRead",
        "openSubject",
        "printable",
        "readBack",
        "readDecisions",
        "readSuppressions",
        "safeSuggestions",
        "scaffoldRule",
        "sheetWords",
        "sourceText",
        "suppressionNotes",
        "suppressionOf",
        "testRules",
        "version",
        "withBaseline",
        "withDismissals",
        "withRuleSettings",
        "withSuppressionNotes",
        "yamlFaults",
      ]
    `)
  })

  it('knows its own version', () => {
    expect(api.version).toBe(manifest.version)
  })

  it('says in both READMEs how to set up and test, with commands that exist', () => {
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(readme, 'utf8')
      expect(text).toContain('npm ci && npm start')
      expect(text).toContain('npm ci && npm test')
      for (const [, script = ''] of text.matchAll(/`npm run ([\w:-]+)`/g)) expect(manifest.scripts).toHaveProperty(script)
    }
  })

  it('documents every flag of the command line in both READMEs', () => {
    const options = readFileSync('src/hosts/cli/options.ts', 'utf8')
    const flags = [...options.matchAll(/'(?:-\w, )?(--[\w-]+)/g)].map(([, flag]) => flag ?? '')
    expect(flags.length).toBeGreaterThan(15)
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(readme, 'utf8')
      expect(flags.filter((flag) => !text.includes(flag))).toEqual([])
    }
  })
})
