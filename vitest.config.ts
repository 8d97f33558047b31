import { defineConfig } from 'vitest/config'
import { builtinRules } from './tools/builtin-plugin.mjs'
import { sheetAssets } from './tools/sheet-plugin.mjs'

export default defineConfig({
  plugins: [builtinRules(), sheetAssets()],
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000 },
})
