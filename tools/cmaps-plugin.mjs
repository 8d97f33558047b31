import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const NAME = 'virtual:disclint-cmaps'
const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Character maps of simplified Chinese, as PDF programs of WPS, Word and printers name them. */
const WANTED = /^(?:Adobe-GB1-\w+|GB-EUC-[HV]|GB-[HV]|GBK-EUC-[HV]|GBKp-EUC-[HV]|GBK2K-[HV]|GBpc-EUC-[HV]|UniGB-(?:UCS2|UTF16|UTF8)-[HV])\.bcmap$/

/** Makes `virtual:disclint-cmaps` a module with the character maps of pdfjs-dist in base64: the PDF reader runs without disk and network. */
export function characterMaps() {
  return {
    name: 'disclint-cmaps',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined
      const maps = Object.fromEntries(readdirSync(folder).filter((name) => WANTED.test(name)).map((name) => [name.replace('.bcmap', ''), readFileSync(join(folder, name)).toString('base64')]))
      return `export const cmaps = ${JSON.stringify(maps)}`
    },
  }
}
