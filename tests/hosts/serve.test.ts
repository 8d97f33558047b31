import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; worker-src blob:"><div id="app"></div>`
const decisions = { version: 1, decisions: [{ fingerprint: '1', valueHash: 'v', ruleId: 'x/y', file: '预算.txt', decision: 'confirmed' }] }

/** Runs `disclint serve` in a new folder while `work` speaks with it. */
async function serving(work: (url: string, root: string) => Promise<void>, args: readonly string[] = ['预算.txt']): Promise<string> {
  const root = folder({ 'page.html': PAGE, '预算.txt': '2026年单位预算公开', '别的.txt': '不给看' })
  let stdout = ''
  const interrupted = () => work(/http:\S+/.exec(stdout)?.[0] ?? '', root)
  const { code, stderr } = await run(root, ['serve', ...args], { interrupted, onStdout: (text) => (stdout += text) })
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

/** The status of a request with any path and headers, sent as it is. */
function status(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    }).on('error', reject).end()
  })
}

describe('disclint serve', () => {
  it('offers the page, the files it was given and nothing else', async () => {
    await serving(async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
      expect(await (await fetch(url)).text()).toContain("connect-src 'self'")
      expect(await (await fetch(`${url}files`)).json()).toEqual(['预算.txt'])
      expect(await (await fetch(`${url}files/0`)).text()).toBe('2026年单位预算公开')
      for (const path of ['files/1', 'files/-1', 'files/../page.html', '../别的.txt', 'page.html']) expect((await fetch(`${url}${path}`)).status).toBe(404)
    })
  })

  it('answers no one without the token, under another host name or from another site', async () => {
    await serving(async (url) => {
      const { pathname, host } = new URL(url)
      expect(await status(url, `${pathname}files`)).toBe(200)
      for (const path of ['/', '/files', `/${'x'.repeat(32)}/files`, pathname.slice(0, -1)]) expect(await status(url, path)).toBe(404)
      expect(await status(url, `${pathname}files`, { host: 'evil.example' })).toBe(404)
      expect(await status(url, `${pathname}decisions`, { host, origin: 'http://evil.example' }, 'PUT')).toBe(404)
    })
  })

  it('saves decisions, gives them back, and refuses what is none', async () => {
    await serving(async (url, root) => {
      expect((await fetch(`${url}decisions`)).status).toBe(204)
      const put = (body: string) => fetch(`${url}decisions`, { method: 'PUT', body }).then((response) => response.status)
      expect(await put(JSON.stringify(decisions))).toBe(204)
      expect(JSON.parse(readFileSync(join(root, '决定.json'), 'utf8'))).toEqual(decisions)
      expect(await (await fetch(`${url}decisions`)).json()).toEqual(decisions)
      expect(await put('{"version": 1}')).toBe(400)
      expect(JSON.parse(readFileSync(join(root, '决定.json'), 'utf8'))).toEqual(decisions)
    }, ['预算.txt', '--decisions', '决定.json'])
  })

  it('tells the page when a file changes', async () => {
    await serving(async (url, root) => {
      const events = await fetch(`${url}events`)
      const reader = events.body?.getReader()
      await reader?.read()
      writeFileSync(join(root, '别的.txt'), '不相干')
      writeFileSync(join(root, '预算.txt'), '2026年单位预算公开（改）')
      const { value } = (await reader?.read()) ?? {}
      expect(new TextDecoder().decode(value)).toContain('event: changed')
    })
  })

  it('says what is wrong with a file that is not there', async () => {
    const { code, stderr } = await run(folder({ 'page.html': PAGE }), ['serve', '没有.txt'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有.txt')])
  })
})
