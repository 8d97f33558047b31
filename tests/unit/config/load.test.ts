import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../../src/core/errors.ts'
import { defaultConfig, effectiveConfig, findConfig, knownRules, loadConfig } from '../../../src/config/index.ts'
import type { ConfigFileSystem, KnownRule } from '../../../src/config/index.ts'

function fileSystem(files: Readonly<Record<string, string>>): ConfigFileSystem {
  const names = Object.keys(files).sort()
  return {
    readFile: (path) => (files[path] === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(files[path])),
    exists: (path) => Promise.resolve(names.some((name) => name === path || name.startsWith(`${path}/`))),
    list: (path) => Promise.resolve(names.some((name) => name.startsWith(`${path}/`)) ? names.filter((name) => name.startsWith(`${path}/`)) : undefined),
  }
}

const KNOWN: readonly KnownRule[] = [
  { id: 'headcount/same-headcount' },
  { id: 'headcount/parts' },
  { id: 'text/near-duplicate', options: { distance: { type: 'integer', default: 2 }, share: { type: 'percent', default: '50%' }, strict: { type: 'boolean', default: false } } },
  { id: 'text/pasted', tier: 'all' },
]

const load = (files: Readonly<Record<string, string>>, path = '/w/disclint.config.yaml') => loadConfig(fileSystem(files), path, KNOWN)
const one = (text: string) => load({ '/w/disclint.config.yaml': text })

async function faultsOf(run: Promise<unknown>) {
  const error = await run.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof ConfigError)) throw new Error(`no ConfigError: ${String(error)}`)
  return error.faults.map(({ file, message, place }) => `${file ?? ''}:${place?.kind === 'text' ? `${place.line}:${place.column}` : ''} ${message.en}`)
}

describe('findConfig', () => {
  it('finds the nearest configuration up the tree', async () => {
    const files = fileSystem({ '/a/disclint.config.yaml': '', '/a/b/c/disclint.config.yml': '' })
    expect(await findConfig(files, '/a/b/c/d/')).toBe('/a/b/c/disclint.config.yml')
    expect(await findConfig(files, '/a/b')).toBe('/a/disclint.config.yaml')
    expect(await findConfig(files, '/x/y')).toBeUndefined()
  })

  it('ends at the root, also of a drive and of a relative folder', async () => {
    expect(await findConfig(fileSystem({ 'C:/a/disclint.config.yaml': '' }), 'C:\\a\\b')).toBe('C:/a/disclint.config.yaml')
    expect(await findConfig(fileSystem({}), 'C:/a')).toBeUndefined()
    expect(await findConfig(fileSystem({ 'disclint.config.yaml': '' }), 'a/b')).toBe('disclint.config.yaml')
  })
})

describe('loadConfig', () => {
  it('sets severities and options, later patterns over earlier ones', async () => {
    const config = await one('rules:\n  headcount/*: warning\n  headcount/parts: off\n  text/near-duplicate: [info, {distance: 1}]\n')
    const { rules } = effectiveConfig(config, '/w/x.txt')
    expect([...rules]).toEqual([
      ['headcount/same-headcount', { severity: 'warning', options: {} }],
      ['text/near-duplicate', { severity: 'info', options: { distance: 1 } }],
    ])
  })

  it('runs rules of the tier all only when asked for', async () => {
    const ran = async (text: string) => effectiveConfig(await one(text), '/w/x').rules.has('text/pasted')
    expect([await ran(''), await ran('rules: {"*": info}'), await ran('rules: {text/pasted: info}'), await ran('extends: disclint:all'), await ran('extends: [disclint:all, disclint:recommended]')]).toEqual([false, false, true, true, false])
  })

  it('applies overrides by file, in order', async () => {
    const config = await one('rules: {headcount/parts: error}\noverrides:\n  - {files: "决算/**/*.json", rules: {headcount/parts: info}}\n  - {files: ["*.txt", "!keep.txt"], region: 某省, rules: {headcount/parts: off}}\n')
    const severity = (file: string) => effectiveConfig(config, file).rules.get('headcount/parts')?.severity
    expect([severity('/w/a.json'), severity('/w/决算/2026/a.json'), severity('/w/决算/a.txt'), severity('/w/sub/keep.txt')]).toEqual(['error', 'info', undefined, 'error'])
    expect([effectiveConfig(config, '/w/a.txt').region, effectiveConfig(config, '/w/a.json').region]).toEqual(['某省', undefined])
  })

  it('applies overrides by address, to what stands there and below', async () => {
    const config = await one('rules: {text/near-duplicate: off}\noverrides:\n  - {address: [项目/某项目, "收支总表/*/教育支出"], rules: {headcount/*: info}}\n  - {address: 项目, files: b.txt, rules: {headcount/parts: off}}\n  - {address: 说明, rules: {text/near-duplicate: warning}}\n')
    const effective = effectiveConfig(config, '/w/a.txt')
    const at = (rule: string, address: string) => effective.severityAt(rule, address)
    expect([at('headcount/parts', '项目/某项目/资金'), at('headcount/parts', '项目/某项目二'), at('headcount/parts', '收支总表/支出/教育支出/合计'), at('text/pasted', '项目/某项目')]).toEqual(['info', undefined, 'info', undefined])
    expect(effectiveConfig(config, '/w/b.txt').severityAt('headcount/parts', '项目/某项目')).toBe('off')
    expect(effective.rules.has('text/near-duplicate')).toBe(true)
    expect([at('text/near-duplicate', '说明/概况'), at('text/near-duplicate', '封面')]).toEqual(['warning', 'off'])
  })

  it('lays a configuration over those it extends, overrides included', async () => {
    const config = await load({
      '/w/disclint.config.yaml': 'extends: [./shared/base.yaml]\nrules: {headcount/parts: warning}\n',
      '/w/shared/base.yaml': 'region: 某省\nsuppressions: s.yaml\nrules: {headcount/parts: info, text/near-duplicate: [info, {distance: 5, strict: true}]}\noverrides: [{files: "*.txt", rules: {headcount/parts: off, text/near-duplicate: [warning, {distance: 7}]}}]\n',
    })
    const { rules, region } = effectiveConfig(config, '/w/a.txt')
    expect(rules.get('headcount/parts')).toEqual({ severity: 'warning', options: {} })
    expect(rules.get('text/near-duplicate')).toEqual({ severity: 'warning', options: { distance: 7, strict: true } })
    expect([region, config.suppressions, config.files]).toEqual(['某省', '/w/shared/s.yaml', ['/w/disclint.config.yaml', '/w/shared/base.yaml']])
  })

  it('takes rule packs: their configuration, vocabulary and rules', async () => {
    const config = await load({
      '/w/disclint.config.yaml': 'extends: ../pack\nvocabulary: words\nrules: {own/rule: [warning, {n: 3}]}\n',
      '/pack/disclint.config.yaml': 'rules: {headcount/parts: info}\n',
      '/pack/own/rule.yaml': 'id: own/rule\nseverity: error\noptions: {n: {type: integer, default: 1}}\n',
      '/pack/vocabulary/t.yaml': 'tables: {}\n',
      '/pack/README.md': '#',
      '/w/words/a.yaml': 'lists: {甲: [乙]}\n',
    })
    expect(config.ruleFiles.map(({ path }) => path)).toEqual(['/pack/own/rule.yaml'])
    expect(config.vocabulary.map(({ path, content }) => [path, content])).toEqual([['/pack/vocabulary/t.yaml', { tables: {} }], ['/w/words/a.yaml', { lists: { 甲: ['乙'] } }]])
    expect(config.vocabulary[1]?.locate?.(['lists', '甲'])).toMatchObject({ line: 1 })
    const { rules } = effectiveConfig(config, '/w/x')
    expect([rules.get('own/rule'), rules.get('headcount/parts')?.severity]).toEqual([{ severity: 'warning', options: { n: 3 } }, 'info'])
  })

  it('reports everything at once, with places and the nearest right names', async () => {
    const text = ['ruls: {}', 'extends: disclint:everything', 'rules:', '  headcount/same-headcont: error', '  headcount/parts: warn', '  hedcount/*: off', '  text/near-duplicate: [error, {distence: 1}]', 'overrides:', '  - {file: x, rules: {text/near-duplicate: [info, {distance: 1.5, share: 0.5, strict: "yes"}]}}'].join('\n')
    expect(await faultsOf(one(text))).toEqual([
      '/w/disclint.config.yaml:1:1 "ruls" is not a known key; did you mean "rules"?',
      '/w/disclint.config.yaml:5:20 "headcount/parts" should be one of off, info, warning, error, is "warn" (did you mean warning?)',
      '/w/disclint.config.yaml:9:6 "file" is not a known key; did you mean "files"?',
      '/w/disclint.config.yaml:2:10 there is no "disclint:everything"; there are disclint:recommended and disclint:all',
      '/w/disclint.config.yaml:4:3 there is no rule "headcount/same-headcont"; did you mean "headcount/same-headcount"?',
      '/w/disclint.config.yaml:6:3 there is no rule "hedcount/*"; did you mean "headcount/*"?',
      '/w/disclint.config.yaml:7:43 rule "text/near-duplicate" has no option "distence"; did you mean "distance"?',
      '/w/disclint.config.yaml:9:62 option "distance" should be a whole number, is 1.5',
      '/w/disclint.config.yaml:9:74 option "share" should be a percentage (such as 50%), is 0.5',
      '/w/disclint.config.yaml:9:87 option "strict" should be true or false, is yes',
    ])
  })

  it.each([
    ['a: [', 'YAML'],
    ['rules: {a: 1, a: 2}', 'YAML'],
    ['[]', 'should be an object'],
    ['rules: {headcount/parts: [off, {}, 3]}', 'wrong number'],
    ['extends: ./none.yaml', 'cannot find or read /w/none.yaml'],
    ['vocabulary: none.yaml', 'cannot find or read /w/none.yaml'],
    ['extends: disclint.config.yaml', 'in a circle'],
  ])('refuses %j', async (text, words) => {
    const faults = await faultsOf(one(text))
    expect(faults.join('\n')).toContain(words)
    expect(faults[0]).toMatch(/^\/w\/disclint\.config\.yaml:\d+:\d+ /)
  })

  it('refuses files that each extend the next twice before they are read a million times', async () => {
    const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/w/${i}.yaml`, `extends: [${i + 1}.yaml, ${i + 1}.yaml]`]))
    const faults = await faultsOf(load({ ...chain, '/w/20.yaml': '', '/w/disclint.config.yaml': 'extends: ./0.yaml' }))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('extends brings in more than 200 configurations')
  })

  it('refuses a configuration that is not there', async () => {
    expect(await faultsOf(load({}))).toEqual(['/w/disclint.config.yaml: the file cannot be found or read'])
  })
})

describe('suppressions', () => {
  it('stand beside the configuration unless it says otherwise', async () => {
    expect([(await one('')).suppressions, (await one('suppressions: ../x.yaml')).suppressions, defaultConfig().suppressions]).toEqual(['/w/disclint-suppressions.yaml', '/x.yaml', 'disclint-suppressions.yaml'])
  })
})

describe('knownRules', () => {
  it('reads what rule files declare, and passes over the rest', () => {
    const files = [
      { path: 'a/b.yaml', content: { id: 'a/b', tier: 'all', options: { n: { type: 'integer', default: 1, title: {} } } } },
      { path: 'vocabulary/x.yaml', content: { id: 'no' } },
      { path: 'c.yaml', content: null },
    ]
    expect(knownRules(files)).toEqual([{ id: 'a/b', tier: 'all', options: { n: { type: 'integer', default: 1 } } }])
  })
})
