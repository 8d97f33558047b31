import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { publishedWord } from '../../tools/office/docx.ts'
import { published } from '../../tools/office/published.ts'
import { folder, run } from './command.ts'

const text = readFileSync(new URL('../../fixtures/final-accounts.clean.txt', import.meta.url), 'utf8').replace('1765410.90', '1765420.90')

async function lint(cwd: string, file: string): Promise<Report> {
  return JSON.parse((await run(cwd, [file, '--format', 'json', '--show-rounding'])).stdout) as Report
}

describe.each([
  ['决算.docx', () => publishedWord(published(text)), 'table-cell'],
  ['决算.txt', () => text, 'text'],
])('import of %s', (file, make, kind) => {
  let cwd = ''
  let source: Report
  let imported: Report
  beforeAll(async () => {
    cwd = folder({ [file]: make() })
    await run(cwd, ['import', file, '-o', 'x.disclosure.json'])
    source = await lint(cwd, file)
    imported = await lint(cwd, 'x.disclosure.json')
  }, 60_000)

  it('gives JSON with the findings of the source, whose places are the origin of each site', () => {
    const sites = (report: Report, place: 'place' | 'origin') => report.files[0]?.findings.flatMap((finding) => finding.sites.map((site) => `${finding.fingerprint} ${site.label} ${JSON.stringify(site[place])}`)).sort()
    expect(source.files[0]?.findings.length).toBeGreaterThan(0)
    expect(sites(imported, 'origin')).toEqual(sites(source, 'place'))
    expect(new Set(imported.files[0]?.findings.flatMap((finding) => finding.sites.map(({ origin, originFile }) => `${origin?.kind ?? ''} ${originFile ?? ''}`)))).toContain(`${kind} ${file}`)
  })

  it('gives no origin once the JSON was changed', async () => {
    const json = join(cwd, 'x.disclosure.json')
    writeFileSync(json, `${readFileSync(json, 'utf8')}\n`)
    expect((await lint(cwd, 'x.disclosure.json')).files[0]?.findings.flatMap(({ sites }) => sites).some(({ origin }) => origin !== undefined)).toBe(false)
  })
})
