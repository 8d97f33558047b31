// Time from the end of the debounce to the diagnostics, for each of many keystrokes: p50 and p95 in milliseconds, for JSON and for text.
// usage: node bench/lsp.mjs [keystrokes]   (after npm run build)
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

const DEBOUNCE = 50
const keystrokes = Number(process.argv[2] ?? 40)
const root = new URL('../', import.meta.url)
const here = (path) => new URL(path, root)
const server = spawn(process.execPath, [fileURLToPath(here('dist/cli.js')), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
let arrived = () => undefined
connection.onNotification('textDocument/publishDiagnostics', (params) => arrived(params))
connection.listen()
await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL('/nowhere').href, capabilities: {}, initializationOptions: { textFiles: ['*.txt'] } })
await connection.sendNotification('initialized', {})

/** About as much of a document as `size` bytes: whole lines of text, or whole projects and sections of JSON. */
function cut(name, size) {
  const text = readFileSync(here(`fixtures/${name}`), 'utf8')
  if (Buffer.byteLength(text) <= size) return text
  if (!name.endsWith('.json')) return text.slice(0, text.lastIndexOf('\n', Math.floor((size / Buffer.byteLength(text)) * text.length)) + 1)
  const disclosure = JSON.parse(text)
  while (Buffer.byteLength(JSON.stringify(disclosure, null, 1)) > size && disclosure.projects.length > 1) disclosure.projects.pop()
  return JSON.stringify(disclosure, null, 1)
}

async function measure(name, fixture) {
  const uri = pathToFileURL(`/nowhere/${name}`).href
  const text = cut(fixture, 128 * 1024)
  const published = (version) => new Promise((done) => (arrived = (params) => params.uri === uri && params.version === version && done()))
  let seen = published(1)
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text } })
  await seen
  const times = []
  const at = text.indexOf('编制') + 1
  for (let version = 2; version <= keystrokes + 1; version += 1) {
    // A character is typed into a word, and taken out again at the next stroke.
    const typed = version % 2 === 0 ? `${text.slice(0, at)}x${text.slice(at)}` : text
    seen = published(version)
    const start = performance.now()
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: typed }] })
    await seen
    times.push(performance.now() - start - DEBOUNCE)
  }
  times.sort((a, b) => a - b)
  const quantile = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1)
  console.log(JSON.stringify({ name, bytes: Buffer.byteLength(text), keystrokes, p50: Number(quantile(0.5)), p95: Number(quantile(0.95)) }))
}

await measure('a.disclosure.json', 'unit-budget.clean.disclosure.json')
await measure('a.txt', 'unit-budget.clean.txt')
connection.dispose()
server.kill()
