// Runs a TypeScript tool of this folder: bundles it to dist/tools and imports it.
import { build } from 'tsdown'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtinRules } from './builtin-plugin.mjs'
import { characterMaps } from './cmaps-plugin.mjs'
import { sheetAssets } from './sheet-plugin.mjs'

const [source, ...rest] = process.argv.slice(2)
const name = basename(source, '.ts')
await build({ entry: { [name]: source }, format: 'esm', platform: 'node', outDir: 'dist/tools', clean: false, dts: false, config: false, logLevel: 'error', plugins: [builtinRules(), sheetAssets(), characterMaps()], outExtensions: () => ({ js: '.js' }) })
process.argv = [process.argv[0], source, ...rest]
await import(pathToFileURL(`dist/tools/${name}.js`).href)
