import { defineConfig } from 'vitest/config'
import { builtinRules } from './tools/builtin-plugin.mjs'

export default defineConfig({
  plugins: [builtinRules()],
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000 },
})
