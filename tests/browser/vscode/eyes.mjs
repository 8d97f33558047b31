// What the tests in the extension host cannot do themselves. They write `N.ask` ({ what, ... }) into a folder; the answer is `N.answer`.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const inWebview = (page, selector) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator(selector).first()

const DO = {
  /** The texts of the visible elements that a selector finds, once there are some. */
  async see(page, _, { selector }) {
    await page.locator(selector).first().waitFor({ state: 'visible', timeout: 20_000 })
    return page.locator(selector).allInnerTexts()
  },
  async press(page, _, { keys }) {
    for (const key of keys) await page.keyboard.press(key)
  },
  async type(page, _, { text }) {
    await page.keyboard.type(text)
  },
  async click(page, _, { selector, text }) {
    await page.locator(selector, { hasText: text }).first().click()
  },
  /** What stands in the web view, and how many elements of a selector there are in it. */
  async webview(page, _, { selector }) {
    const frame = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
    await frame.locator(selector).first().waitFor({ state: 'visible', timeout: 20_000 })
    return { text: await frame.locator('body').innerText(), count: await frame.locator(selector).count() }
  },
  async clickInWebview(page, _, { selector }) {
    await inWebview(page, selector).click()
  },
  /** The name of the file that a click saves. */
  async save(page, _, { selector }) {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), inWebview(page, selector).click()])
    return download.suggestedFilename()
  },
  async picture(page, pictures, { name }) {
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  },
  async report(_page, _pictures, { line }) {
    console.log(line)
  },
}

/** Answers what is asked in `folder` until the function it returns is called. */
export function answering(folder, page, pictures) {
  let going = true
  const work = (async () => {
    while (going) {
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.ask')).sort((a, b) => Number.parseInt(a) - Number.parseInt(b))) {
        const answer = join(folder, name.replace('.ask', '.answer'))
        if (existsSync(answer)) continue
        const { what, ...about } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
        const result = await DO[what](page, pictures, about).then((value) => ({ value }), (error) => ({ error: String(error.message).split('\n')[0] }))
        writeFileSync(`${answer}.new`, JSON.stringify(result))
        renameSync(`${answer}.new`, answer)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return async () => {
    going = false
    await work
  }
}
