// Builds dist/disclint.html: the whole linter and the review sheet in one file that a browser opens without a network.
import { gzipSync } from 'node:zlib'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinRules } from './builtin-plugin.mjs'
import { characterMaps } from './cmaps-plugin.mjs'
import { browserScript, policyHash, sheetAssets, sheetStyle } from './sheet-plugin.mjs'

const LIMIT = 4 * 1024 * 1024
const plugins = [builtinRules({ examples: false }), sheetAssets(), characterMaps()]
const [script, linter] = await Promise.all([browserScript('src/hosts/page/app/main.ts', plugins), browserScript('src/hosts/page/worker/main.ts', plugins)])
const style = sheetStyle() + readFileSync('src/hosts/page/app/app.css', 'utf8')
const policy = `default-src 'none'; script-src '${policyHash(script)}'; style-src '${policyHash(style)}'; worker-src blob:; img-src data:; form-action 'none'; base-uri 'none'`
const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>disclint</title><style>${style}</style></head>
<body><div id="app"></div><script type="text/plain" id="linter">${gzipSync(linter, { level: 9 }).toString('base64')}</script><script>${script}</script></body></html>
`
if (Buffer.byteLength(page) > LIMIT) throw new Error(`dist/disclint.html has ${Buffer.byteLength(page)} bytes, more than the ${LIMIT} that it may have`)
mkdirSync('dist', { recursive: true })
writeFileSync('dist/disclint.html', page)
console.log(`dist/disclint.html ${(Buffer.byteLength(page) / 1024 / 1024).toFixed(2)} MB`)
