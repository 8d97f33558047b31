// Bundles the extension and, from the built package above (npm run build there), the server; copies the schemas and the licence.
import { build } from 'esbuild'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'

const server = '../../dist/lsp.js'
if (!existsSync(server)) throw new Error('npm run build in the project first: dist/lsp.js is missing')
rmSync('dist', { recursive: true, force: true })
const common = { bundle: true, platform: 'node', target: 'node20', mainFields: ['module', 'main'], logLevel: 'warning', minify: true }
await build({ ...common, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'], outfile: 'dist/extension.cjs' })
// CommonJS parts of the bundle call require.
const banner = { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);" }
await build({ ...common, stdin: { contents: `import { serveStdio } from '${server}'; serveStdio()`, resolveDir: '.' }, format: 'esm', banner, outfile: 'dist/server.mjs' })
mkdirSync('schemas', { recursive: true })
for (const name of ['disclosure', 'rule', 'vocabulary', 'config', 'suppressions']) cpSync(`../../schemas/${name}.schema.json`, `schemas/${name}.schema.json`)
cpSync('../../LICENSE', 'LICENSE')
