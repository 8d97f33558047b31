import { defineConfig } from 'vitest/config'
import { builtinRules } from './tools/builtin-plugin.mjs'
import { characterMaps } from './tools/cmaps-plugin.mjs'
import { sheetAssets } from './tools/sheet-plugin.mjs'

export default defineConfig({
  plugins: [builtinRules(), sheetAssets(), characterMaps()],
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/property-seed.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
})
