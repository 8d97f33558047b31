// Disclosures to measure with, made of an invented fixture: the same bytes in every run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fixture = readFileSync(new URL('../fixtures/final-accounts.clean.disclosure.json', import.meta.url), 'utf8')

/** `count` disclosures of about 120 KB, each of a unit of its own name; their paths. */
export function disclosures(folder, count) {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `${String(index).padStart(5, '0')}.disclosure.json`)
    writeFileSync(path, fixture.replaceAll('示例省', `示例${index}省`))
    return path
  })
}

/** One disclosure with its sections and project sheets `times` over; its path. */
export function large(folder, times) {
  mkdirSync(folder, { recursive: true })
  const disclosure = JSON.parse(fixture)
  const copies = Array.from({ length: times }, (_, index) => index)
  const path = join(folder, `x${times}.disclosure.json`)
  writeFileSync(path, JSON.stringify({
    ...disclosure,
    sections: copies.flatMap(() => disclosure.sections),
    projects: copies.flatMap((index) => disclosure.projects.map((project) => ({ ...project, name: index === 0 ? project.name : `${project.name}（${index}）` }))),
    tables: copies.flatMap(() => disclosure.tables),
  }, null, 1))
  return path
}
