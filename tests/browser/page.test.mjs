import assert from 'node:assert/strict'
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { browsing, card, choose, fixture, folder, foundByCli, foundOnPage, office, page, root, saved, seriousFaults, skip } from './browser.mjs'

/** Drops files on the page as a person does. */
async function drop(tab, paths) {
  const files = paths.map((path) => ({ name: path.split('/').at(-1), bytes: readFileSync(path).toString('base64') }))
  const transfer = await tab.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, bytes } of list) data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name))
    return data
  }, files)
  await tab.dispatchEvent('#app', 'drop', { dataTransfer: transfer })
}

async function review(tab, paths) {
  await drop(tab, paths)
  await tab.locator('[data-open]').click()
  await tab.locator('.sheet').waitFor()
}

describe('disclint.html from a file address', { skip }, () => {
  it('is at most 4 MB', () => assert.ok(statSync(join(root, 'dist/disclint.html')).size <= 4 * 1024 * 1024))

  for (const extension of ['txt', 'docx', 'xlsx']) it(`first says what it recognised in ${extension}, then finds what the command line finds, without any request`, () =>
    browsing(async (tab, { requests }) => {
      const file = extension === 'txt' ? fixture('unit-budget.flawed.txt') : office('unit-budget.flawed.txt', extension)
      await tab.goto(page)
      await drop(tab, [file])
      await tab.locator('[data-open]').waitFor()
      const recognised = await tab.locator('.recognised').textContent()
      for (const text of ['示例省清河市青石区文化和旅游局', '13 张表、39 张项目绩效表', '必须修改']) assert.ok(recognised.includes(text), recognised)
      await tab.locator('[data-open]').click()
      assert.deepEqual(await foundOnPage(tab), foundByCli(file))
      await card(tab, '在职人数').locator('.head').click()
      assert.deepEqual(await tab.locator('.paper .lit').allTextContents(), ['23人', '24人'])
      assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), [page])
    }))

  it('keeps a dismissal through export and a new run, and shows the corrected copy as fixed', () =>
    browsing(async (tab) => {
      await tab.goto(page)
      await review(tab, [fixture('unit-budget.flawed.txt')])
      await card(tab, '导游员').locator('.head').click()
      await tab.keyboard.press('d')
      await tab.keyboard.type('上级统一填报')
      await tab.keyboard.press('Control+Enter')
      const decisions = join(folder(), 'disclint-decisions.json')
      copyFileSync((await saved(tab, 'export')).path, decisions)
      await tab.evaluate(() => localStorage.clear())
      await tab.reload()
      await review(tab, [decisions, fixture('unit-budget.flawed.txt')])
      assert.match(await tab.locator('.card.is-dismissed').textContent(), /导游员.*上级统一填报/s)
      await tab.locator('[data-command="again"]').click()
      await tab.locator('.inputs .quiet').click()
      await review(tab, [fixture('unit-budget.clean.txt')])
      const still = new Set(foundByCli(fixture('unit-budget.clean.txt')))
      const fixed = foundByCli(fixture('unit-budget.flawed.txt')).filter((found) => !still.has(found))
      assert.equal(await tab.locator('.gone li').count(), fixed.length)
      assert.ok(fixed.length > 10)
    }))

  it('takes a corrected copy and the decisions of last time while a sheet is shown', () =>
    browsing(async (tab) => {
      await tab.goto(page)
      await review(tab, [fixture('unit-budget.flawed.txt')])
      const decisions = join(folder(), 'disclint-decisions.json')
      copyFileSync((await saved(tab, 'export')).path, decisions)
      await drop(tab, [decisions])
      await tab.locator('.badge.stays').first().waitFor()
      await drop(tab, [fixture('final-accounts.clean.txt')])
      await tab.locator('[data-open]').waitFor()
      assert.equal(await tab.locator('.recognised').count(), 2)
    }))

  it('shows a document full of markup as text', () =>
    browsing(async (tab) => {
      const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
      const file = join(folder(), 'hostile.txt')
      writeFileSync(file, readFileSync(fixture('unit-budget.flawed.txt'), 'utf8').replaceAll('导游员技能竞赛经费', evil).replaceAll('示例省清河市青石区文化和旅游局', `示例省清河市青石区文化和旅游局${evil}`))
      await tab.goto(page)
      await review(tab, [file])
      assert.equal(await tab.locator('#app img, #app script').count(), 0)
      assert.ok((await tab.locator('.paper').textContent()).includes(evil))
    }))

  it('saves the sheet it shows', () =>
    browsing(async (tab) => {
      await tab.goto(page)
      await review(tab, [fixture('unit-budget.flawed.txt')])
      const path = join(folder(), 'saved.html')
      copyFileSync((await saved(tab, 'html')).path, path)
      await tab.goto(pathToFileURL(path).href)
      assert.deepEqual(await foundOnPage(tab), foundByCli(fixture('unit-budget.flawed.txt')))
    }))

  it('saves the list of findings, and the Word file with a comment at each finding', () =>
    browsing(async (tab) => {
      const word = office('unit-budget.flawed.txt', 'docx')
      await tab.goto(page)
      await review(tab, [word])
      const list = await saved(tab, 'xlsx')
      assert.equal(list.name, 'unit-budget.flawed-问题清单.xlsx')
      const comments = await saved(tab, 'docx')
      assert.equal(comments.name, 'unit-budget.flawed-批注.docx')
      for (const { path } of [list, comments]) assert.equal(readFileSync(path).subarray(0, 2).toString(), 'PK')
      assert.ok(statSync(comments.path).size > statSync(word).size)
    }))

  it('compares with another document, and reads several files as parts of one', () =>
    browsing(async (tab) => {
      await tab.goto(page)
      await drop(tab, [fixture('unit-budget.clean.txt'), fixture('final-accounts.clean.txt')])
      await tab.locator('[data-open]').waitFor()
      assert.equal(await tab.locator('.recognised').count(), 2)
      await tab.locator('.as-one input').check()
      await tab.locator('.recognised').nth(1).waitFor({ state: 'detached' })
      await tab.locator('[data-open]').waitFor()
      assert.equal(await tab.locator('.recognised').count(), 1)
    }))

  it('says what is wrong with a file it cannot read', () =>
    browsing(async (tab) => {
      await tab.goto(page)
      await choose(tab, () => tab.locator('.zone .primary').click(), { name: '坏的.json', mimeType: 'application/json', buffer: Buffer.from('{"kind": ') })
      await tab.locator('.problem').waitFor()
      assert.match(await tab.locator('.recognised').textContent(), /坏的\.json/)
    }))

  for (const [width, height, colorScheme] of [[1280, 800, 'light'], [390, 844, 'dark']]) {
    it(`has no serious accessibility fault at ${width} px, ${colorScheme}`, () =>
      browsing(
        async (tab) => {
          await tab.goto(page)
          assert.deepEqual(await seriousFaults(tab), [])
          await drop(tab, [fixture('unit-budget.flawed.txt')])
          await tab.locator('[data-open]').waitFor()
          assert.deepEqual(await seriousFaults(tab), [])
        },
        { width, height, colorScheme, bypassCSP: true },
      ))
  }
})
