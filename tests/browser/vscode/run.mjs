// The packaged extension in a real VS Code: installs the .vsix into a server from `install.sh`, opens a folder of invented documents in
// Chromium, runs `in-host/` inside the extension host, and does for it what only a user can: look, press keys, take pictures.
// Arguments: folder of the host, .vsix, folder for pictures. Ends with 0 when every check held.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { executablePath } from '../browser.mjs'
import { answering } from './eyes.mjs'
import { USER_SETTINGS, workspaceFiles } from './workspace-files.mjs'

const LONGEST = 480_000
const [host, vsix, pictures] = process.argv.slice(2).map((path) => resolve(path))
const work = mkdtempSync(join(tmpdir(), 'disclint-vscode-'))
const folder = join(work, '预算 文件夹')
for (const [name, text] of Object.entries(workspaceFiles())) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}
for (const name of ['data/User', 'extensions', 'asked']) mkdirSync(join(work, name), { recursive: true })
mkdirSync(pictures, { recursive: true })
writeFileSync(join(work, 'data/User/settings.json'), JSON.stringify(USER_SETTINGS))
// The host takes tests only from an extension that is being developed; this one holds nothing else.
cpSync(fileURLToPath(new URL('in-host', import.meta.url)), join(work, 'in-host'), { recursive: true })

const node = join(host, 'bin/node')
const server = join(host, 'vscode/out/server-main.js')
const folders = ['--user-data-dir', join(work, 'data'), '--server-data-dir', join(work, 'data'), '--extensions-dir', join(work, 'extensions')]
const installed = spawnSync(node, [server, ...folders, '--accept-server-license-terms', '--install-extension', vsix], { encoding: 'utf8' })
if (installed.status !== 0 || !installed.stdout.includes('was successfully installed')) throw new Error(`the .vsix was not installed: ${installed.stdout}${installed.stderr}`)

const port = await freePort()
const running = spawn(
  node,
  [server, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off', '--disable-workspace-trust', ...folders],
  { env: { ...process.env, DISCLINT_ASKED: join(work, 'asked'), DISCLINT_FOLDER: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
)
const said = []
for (const stream of [running.stdout, running.stderr]) stream.on('data', (data) => said.push(String(data)))
let browser
let code = 1
try {
  await until(() => said.join('').includes('Extension host agent listening'), 60_000, 'the server did not start')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } })
  const ended = new Promise((end) => {
    void page.exposeFunction('codeAutomationExit', end)
  })
  await page.exposeFunction('codeAutomationLog', (type, args) => type !== 'debug' && process.env.DEBUG && console.error(type, ...args))
  const remote = `vscode-remote://127.0.0.1:${port}`
  const payload = [['extensionDevelopmentPath', `${remote}${join(work, 'in-host')}`], ['extensionTestsPath', `${remote}${join(work, 'in-host/index.mjs')}`]]
  const stop = answering(join(work, 'asked'), page, pictures)
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`)
  code = await Promise.race([ended, new Promise((late) => setTimeout(late, LONGEST, 'too late'))])
  if (code !== 0) await page.screenshot({ path: join(pictures, 'failed.png') })
  await stop()
} finally {
  await browser?.close()
  running.kill()
  if (code !== 0) console.error(said.join('').slice(-4000))
  rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
process.exit(code === 0 ? 0 : 1)

async function until(holds, milliseconds, otherwise) {
  for (const end = Date.now() + milliseconds; !holds(); await new Promise((next) => setTimeout(next, 100))) if (Date.now() > end) throw new Error(otherwise)
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address()
      probe.close(() => found(free))
    })
  })
}
