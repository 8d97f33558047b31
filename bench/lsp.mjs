// Time from the end of the debounce to the diagnostics, for each of many keystrokes: p50 and p95 in milliseconds, for JSON and for text. The server
// begins to work when a document that was quiet changes, so that part of the work is done by then. On Linux also the processor time of the server's
// main thread (`cpu`): all the work of a keystroke, whenever it was done.
// usage: node bench/lsp.mjs [keystrokes]   (after npm run build)
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

const DEBOUNCE = 50
/** Nobody types the moment a document opens; meanwhile the server rehearses keystrokes in the first text it is given. */
const READING = 3000
const keystrokes = Number(process.argv[2] ?? 100)
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

/** Nanoseconds the server's main thread has run; NaN where the system does not tell. */
function threadTime() {
  try {
    return Number(readFileSync(`/proc/${server.pid}/task/${server.pid}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return NaN
  }
}

async function measure(name, fixture, { what, into }) {
  const uri = pathToFileURL(`/nowhere/${name}`).href
  const text = cut(fixture, 128 * 1024)
  const published = (version) => new Promise((done) => (arrived = (params) => params.uri === uri && params.version === version && done()))
  let seen = published(1)
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text } })
  await seen
  await setTimeout(READING)
  const times = []
  const threadTimes = []
  const at = into(text)
  for (let version = 2; version <= keystrokes + 1; version += 1) {
    // A character is typed, and taken out again at the next stroke.
    const typed = version % 2 === 0 ? `${text.slice(0, at)}1${text.slice(at)}` : text
    seen = published(version)
    const [start, ran] = [performance.now(), threadTime()]
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: typed }] })
    await seen
    times.push(performance.now() - start - DEBOUNCE)
    threadTimes.push((threadTime() - ran) / 1e6)
  }
  const quantile = (values, share) => Number(values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))].toFixed(1))
  const quantiles = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95) })
  console.log(JSON.stringify({ name, what, bytes: Buffer.byteLength(text), keystrokes, ...quantiles(times), ...(!Number.isNaN(threadTimes[0]) && { cpu: quantiles(threadTimes) }) }))
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
}

/** Where `what` stands after `from`. */
const after = (text, from, what) => {
  const start = Math.max(0, text.indexOf(from))
  return start + text.slice(start).search(what) + 1
}

const WORD = { what: 'a word of a paragraph', into: (text) => text.indexOf('编制') + 1 }
const FIGURE = /\d\.\d\d/
await measure('a.disclosure.json', 'unit-budget.clean.disclosure.json', WORD)
await measure('a.disclosure.json', 'unit-budget.clean.disclosure.json', { what: 'a figure of a table', into: (text) => after(text, '"cells"', FIGURE) })
await measure('a.disclosure.json', 'unit-budget.clean.disclosure.json', { what: 'a word of a sheet', into: (text) => after(text, '"projects"', /保障/) })
await measure('a.txt', 'unit-budget.clean.txt', WORD)
await measure('a.txt', 'unit-budget.clean.txt', { what: 'a figure of a table', into: (text) => after(text, '收支总表', FIGURE) })
await measure('a.txt', 'unit-budget.clean.txt', { what: 'a word of a sheet', into: (text) => after(text, '绩效目标', /保障/) })
connection.dispose()
server.kill()
