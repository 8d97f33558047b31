import { defineConfig } from 'tsdown'
import { builtinRules } from './tools/builtin-plugin.mjs'
import { characterMaps } from './tools/cmaps-plugin.mjs'
import { sheetAssets } from './tools/sheet-plugin.mjs'

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/files/node.ts', cli: 'src/hosts/cli/bin.ts', eslint: 'src/hosts/eslint/index.ts', lsp: 'src/hosts/lsp/index.ts' },
  format: 'esm',
  platform: 'neutral',
  external: [/^node:/],
  dts: true,
  clean: true,
  plugins: [builtinRules(), sheetAssets(), characterMaps()],
  outDir: 'dist',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
})
