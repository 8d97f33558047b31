import { defineConfig } from 'tsdown'
import { asciiOnly } from './tools/ascii-plugin.mjs'
import { builtinRules } from './tools/builtin-plugin.mjs'
import { characterMaps } from './tools/cmaps-plugin.mjs'
import { sheetAssets } from './tools/sheet-plugin.mjs'

const shared = {
  format: 'esm' as const,
  plugins: [builtinRules({ ahead: true }), sheetAssets(), characterMaps()],
  outDir: 'dist',
  deps: { neverBundle: [/^node:/] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
}

/** A chunk a folder for those who bundle the library: of a folder that nothing of is used nothing is left. Declarations stay with their entry: in chunks they would be named after those of the code. */
const folders = {
  groups: [{ name: (id: string) => (id.endsWith('.d.ts') ? undefined : /[\\/]src[\\/](core|disclosure|facts|ruleset|engine|findings|recognise|vocabulary|source|config|version)[\\/.]/.exec(id)?.[1]) }],
}

/** Our own modules only export: a chunk holds what its command or format uses of them. */
const OWN = /[\\/]src[\\/](?!hosts[\\/]cli[\\/]bin\.ts$)|virtual:disclint/

const APART = /^(@napi-rs|vscode-)/

const program = {
  platform: 'node' as const,
  dts: false,
  clean: false,
  minify: true,
  // Everything a run needs is in the bundle; what a format or command adds stands in chunks of its own. The libraries apart
  // find parts of themselves by path.
  deps: { neverBundle: [/^node:/, APART], alwaysBundle: [/./] },
  treeshake: { moduleSideEffects: [{ test: OWN, sideEffects: false }] },
}

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', node: 'src/files/node.ts', eslint: 'src/hosts/eslint/index.ts', lsp: 'src/hosts/lsp/index.ts' }, platform: 'neutral', dts: true, clean: true, outputOptions: { codeSplitting: folders } },
  { ...shared, ...program, entry: { cli: 'src/hosts/cli/bin.ts' } },
  {
    ...shared,
    ...program,
    plugins: [builtinRules({ ahead: true, apart: true }), sheetAssets(), characterMaps(), asciiOnly()],
    // CommonJS, since Node 20 can take compiled code from an earlier run for it alone (src/hosts/cli/kept-code.ts).
    format: 'cjs' as const,
    entry: { run: 'src/hosts/cli/run.ts', 'lint-worker': 'src/hosts/cli/lint-worker.ts', 'reader-child': 'src/hosts/cli/reader-child.ts' },
    outDir: 'dist/cli',
    outExtensions: () => ({ js: '.cjs' }),
    outputOptions: { chunkFileNames: '[name]-[hash].cjs' },
  },
])
