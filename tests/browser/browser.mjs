// What the browser tests share: Chromium where there is one, fixtures, and the command line as it was built.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const fixture = (name) => join(root, 'fixtures', name)
export const page = pathToFileURL(join(root, 'dist/disclint.html')).href

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const executablePath = candidates.find((path) => path && existsSync(path))

/** The reason not to run, or false; said by every test that needs a browser. */
export const skip = executablePath ? false : 'no Chromium found (set CHROMIUM to its path): browser tests not run'

let browser
after(() => browser?.close())

/** Runs `work` with a page of a fresh browser profile. Fails on any console error, page error or dialog. */
export async function browsing(work, { width = 1280, height = 800, colorScheme = 'light', bypassCSP = false } = {}) {
  browser ??= await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP, acceptDownloads: true })
  try {
    const tab = await context.newPage()
    const errors = []
    const requests = []
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    tab.on('pageerror', (error) => errors.push(String(error)))
    tab.on('dialog', (dialog) => {
      errors.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    tab.on('request', (request) => requests.push(request.url()))
    await work(tab, { requests })
    if (errors.length > 0) throw new Error(`console: ${errors.join('\n')}`)
  } finally {
    await context.close()
  }
}

export function folder() {
  return mkdtempSync(join(tmpdir(), 'disclint-browser-'))
}

export function cli(args, cwd = root) {
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

/** A text fixture as the Word or Excel file it could have been exported from. */
export function office(name, extension) {
  const path = join(folder(), name.replace('.txt', `.${extension}`))
  const { status, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'tools/office/write.ts', fixture(name), path], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return path
}

/** The review sheet of a file, as a file address. */
export function sheetOf(file, ...flags) {
  const path = join(folder(), 'sheet.html')
  cli([file, '--format', 'html', '--output', path, ...flags])
  return { path, href: pathToFileURL(path).href }
}

/** What the command line finds in a file: rule and fingerprint of each finding. */
export function foundByCli(file) {
  const report = JSON.parse(cli([file, '--format', 'json', '--exit-zero']).stdout)
  return report.files.flatMap(({ findings }) => findings.map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`)).sort()
}

/** The same of the cards on the page. */
export function foundOnPage(tab) {
  return tab.locator('.card').evaluateAll((cards) => cards.map(({ dataset }) => `${dataset.rule} ${dataset.fingerprint}`).sort())
}

/** The card of a finding whose text holds `text`. */
export const card = (tab, text) => tab.locator('.card', { hasText: text }).first()

/** What clicking a button saves. */
export async function saved(tab, command) {
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator(`[data-command="${command}"]`).click()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

/** Answers the next file dialog that `ask` opens. */
export async function choose(tab, ask, files) {
  const [chooser] = await Promise.all([tab.waitForEvent('filechooser'), ask()])
  await chooser.setFiles(files)
}

/** What axe finds that is serious or critical; needs a page with `bypassCSP`. */
export async function seriousFaults(tab) {
  await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await tab.evaluate('axe.run()')
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`)
}
