import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { builtinRules } from './tools/builtin-plugin.mjs'
import { characterMaps } from './tools/cmaps-plugin.mjs'
import { sheetAssets } from './tools/sheet-plugin.mjs'

export default defineConfig({
  plugins: [builtinRules(), sheetAssets(), characterMaps()],
  test: { include: ['tests/**/*.test.ts'], maxWorkers: Math.max(2, availableParallelism() - 1), setupFiles: ['tests/property-seed.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
