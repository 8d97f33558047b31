import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { browsing, card, choose, fixture, folder, foundByCli, foundOnPage, saved, seriousFaults, sheetOf, skip } from './browser.mjs'

describe('the review sheet (--format html)', { skip }, () => {
  let flawed
  before(() => {
    flawed = sheetOf(fixture('unit-budget.flawed.txt'))
  })
  const open = (work, options) =>
    browsing(async (tab, seen) => {
      await tab.goto(flawed.href)
      await work(tab, seen)
    }, options)

  it('is one request, under 2 MB, and holds what the command line finds', () =>
    open(async (tab, { requests }) => {
      assert.deepEqual(await foundOnPage(tab), foundByCli(fixture('unit-budget.flawed.txt')))
      assert.deepEqual(requests, [flawed.href])
      assert.ok(statSync(flawed.path).size < 2 * 1024 * 1024)
    }))

  it('lights both sides of a contradiction, and only them', () =>
    open(async (tab) => {
      await card(tab, '在职人数').locator('.head').click()
      assert.deepEqual(await tab.locator('.paper .lit').allTextContents(), ['23人', '24人'])
      assert.deepEqual(await tab.locator('.paper .lit.main').allTextContents(), ['23人'])
      const seen = () => tab.locator('.paper .here').evaluate((element) => element.getBoundingClientRect().top > 0 && element.getBoundingClientRect().bottom < innerHeight)
      assert.ok(await seen())
      await tab.keyboard.press(']')
      assert.equal(await tab.locator('.paper .here').textContent(), '24人')
      assert.ok(await seen())
    }))

  it('draws the arithmetic: formula, inputs with unit and place, printed, expected, difference', () =>
    open(async (tab) => {
      const sum = card(tab, '商品和服务支出 公用经费')
      await sum.locator('.head').click()
      assert.match(await sum.locator('.formula').first().textContent(), /62\.63\s*≠\s*9\.62/)
      const numbers = await sum.locator('.numbers').first().textContent()
      for (const text of ['写为62.63 万元', '应为64.63 万元', '差−2.00 万元']) assert.ok(numbers.includes(text), numbers)
      const input = await sum.locator('.go').nth(1).textContent()
      for (const text of ['办公费', '9.62 万元', '第 318 行']) assert.ok(input.includes(text), input)
      assert.equal(await tab.locator('.paper .lit').count(), 13)
    }))

  it('filters by search, severity and category, and counts what is left', () =>
    open(async (tab) => {
      const shown = () => tab.locator('.card:visible').count()
      const all = await shown()
      await tab.fill('[name="search"]', '导游员')
      assert.equal(await shown(), 1)
      await tab.fill('[name="search"]', '')
      await tab.locator('.chip.error').click()
      assert.equal(await tab.locator('.card.error:visible').count(), 0)
      await tab.locator('.chip.error').click()
      await tab.selectOption('[name="category"]', '绩效目标')
      assert.ok((await shown()) > 0 && (await shown()) < all)
      await tab.fill('[name="search"]', '没有这样的字')
      assert.ok(await tab.locator('[data-empty]').isVisible())
    }))

  it('is worked by keyboard: walk, confirm, dismiss with a reason, note', () =>
    open(async (tab) => {
      await tab.keyboard.press('j')
      await tab.keyboard.press('j')
      assert.match(await tab.locator('.card.open').textContent(), /在职人数/)
      await tab.keyboard.press('a')
      await tab.keyboard.press('n')
      await tab.keyboard.type('请按编办批复核对')
      await tab.keyboard.press('Control+Enter')
      await tab.keyboard.press('j')
      await tab.keyboard.press('d')
      await tab.keyboard.press('Control+Enter')
      assert.equal(await tab.locator('.editor [role="alert"]').textContent(), '请写明理由')
      await tab.keyboard.type('已与单位核实')
      await tab.keyboard.press('Control+Enter')
      const { path } = await saved(tab, 'export')
      const { version, decisions, findings } = JSON.parse(readFileSync(path, 'utf8'))
      assert.equal(version, 1)
      assert.deepEqual(decisions.map(({ decision, reason, note }) => ({ decision, reason, note })), [
        { decision: 'confirmed', reason: undefined, note: '请按编办批复核对' },
        { decision: 'dismissed', reason: '已与单位核实', note: undefined },
      ])
      assert.equal(findings.length, await tab.locator('.card').count())
      await tab.reload()
      await tab.locator('.card.is-dismissed').first().waitFor()
      assert.equal(await tab.locator('.card.is-dismissed').count(), 1)
    }))

  it('tells, with the decisions of last time, what is fixed, still there and new', () =>
    open(async (tab) => {
      const { path } = await saved(tab, 'export')
      const file = join(folder(), 'disclint-decisions.json')
      writeFileSync(file, readFileSync(path))
      const corrected = join(folder(), 'corrected.txt')
      writeFileSync(corrected, readFileSync(fixture('unit-budget.flawed.txt'), 'utf8').replace('在职人员23人', '在职人员24人').replace('17家×2300元/家=39100元', '17家×2300元/家=39200元'))
      await tab.goto(sheetOf(corrected).href)
      await choose(tab, () => tab.locator('[data-command="load"]').click(), file)
      await tab.locator('.gone li').first().waitFor()
      assert.match(await tab.locator('.gone').textContent(), /已改 在职人数前后不一致/)
      const badges = await tab.locator('.card .badge.stays').count()
      assert.ok(badges > 5)
      assert.ok((await tab.locator('.card .badge.fresh').count()) > 0)
    }))

  it('prints an opinion: confirmed first, dismissed with its reason last, nothing of the screen', () =>
    open(async (tab) => {
      await card(tab, '在职人数').locator('.head').click()
      await tab.keyboard.press('a')
      await card(tab, '导游员').locator('.head').click()
      await tab.keyboard.press('d')
      await tab.keyboard.type('上级统一填报')
      await tab.keyboard.press('Control+Enter')
      const pdf = await tab.pdf({ preferCSSPageSize: true })
      assert.ok(pdf.length > 10_000)
      await tab.emulateMedia({ media: 'print' })
      assert.equal(await tab.locator('.panel').isVisible(), false)
      assert.match(await tab.locator('[data-part="confirmed"]').textContent(), /在职人数前后不一致/)
      assert.match(await tab.locator('[data-part="dismissed"]').textContent(), /导游员.*理由：上级统一填报/s)
      assert.doesNotMatch(await tab.locator('[data-part="open"]').textContent(), /在职人数|导游员/)
    }))

  it('shows a document full of markup, quotes and bidi characters as text', () =>
    browsing(async (tab) => {
      const evil = `</title></script><script>alert(1)</script><img src=x onerror="alert(2)">"'&\u202e倒`
      const file = join(folder(), 'hostile.txt')
      writeFileSync(file, readFileSync(fixture('unit-budget.flawed.txt'), 'utf8').replaceAll('导游员技能竞赛经费', `导游员${evil}`))
      await tab.goto(sheetOf(file).href)
      await card(tab, '导游员').locator('.head').click()
      assert.match(await tab.locator('.card.open .message').textContent(), /<script>alert\(1\)<\/script><img src=x onerror="alert\(2\)">"'&\ufffd倒/)
      assert.equal(await tab.locator('.sheet img, .sheet script').count(), 0)
    }))

  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const colorScheme of ['light', 'dark']) {
      it(`has no serious accessibility fault and no sideways scroll at ${width} px, ${colorScheme}`, () =>
        open(
          async (tab) => {
            assert.deepEqual(await seriousFaults(tab), [])
            await card(tab, '商品和服务支出').locator('.head').click()
            assert.deepEqual(await seriousFaults(tab), [])
            await tab.locator('.card.open .go').first().click()
            assert.deepEqual(await seriousFaults(tab), [])
            await tab.locator('#t-coverage').click()
            assert.deepEqual(await seriousFaults(tab), [])
            assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth && scrollY === 0))
          },
          { width, height, colorScheme, bypassCSP: true },
        ))
    }
  }
})
