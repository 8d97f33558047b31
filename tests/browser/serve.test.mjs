import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { browsing, card, fixture, folder, root, skip } from './browser.mjs'

/** Runs `disclint serve` on a copy of the flawed fixture while `work` looks at it. */
async function serving(work) {
  const cwd = folder()
  copyFileSync(fixture('unit-budget.flawed.txt'), join(cwd, '预算.txt'))
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'serve', '预算.txt'], { cwd })
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.on('data', (data) => /http:\S+/.test(data) && resolve(/http:\S+/.exec(data)[0]))
      server.on('exit', () => reject(new Error('disclint serve ended')))
    })
    await work(url, cwd)
  } finally {
    server.kill('SIGINT')
  }
}

async function until(condition) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('disclint serve', { skip }, () => {
  it('opens with its file loaded, saves decisions beside it and checks again when it changes', { timeout: 60_000 }, () =>
    serving((url, cwd) =>
      browsing(async (tab, { requests }) => {
        await tab.goto(url)
        await tab.locator('[data-open]').click()
        await card(tab, '导游员').locator('.head').click()
        await tab.keyboard.press('d')
        await tab.keyboard.type('上级统一填报')
        await tab.keyboard.press('Control+Enter')
        const file = join(cwd, 'disclint-decisions.json')
        await until(() => existsSync(file))
        assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).decisions.map(({ decision, reason }) => [decision, reason]), [['dismissed', '上级统一填报']])
        writeFileSync(join(cwd, '预算.txt'), readFileSync(join(cwd, '预算.txt'), 'utf8').replace('在职人员23人', '在职人员24人'))
        await tab.locator('[data-open]').click({ timeout: 20_000 })
        assert.match(await tab.locator('.gone').textContent(), /已改 在职人数前后不一致/)
        assert.match(await tab.locator('.card.is-dismissed').textContent(), /导游员/)
        assert.ok(requests.every((address) => address.startsWith(url) || address.startsWith('blob:')))
      }),
    ))
})
