import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { rehearsalOf } from '../../src/hosts/lsp/rehearsal.ts'
import { folder } from './command.ts'
import { Client } from './lsp-client.ts'

const CLEAN = readFileSync('fixtures/unit-budget.clean.txt', 'utf8').slice(0, 20_000)
const WRONG = CLEAN.replace('2027年', '2027年度2027年').replace('一、', '一、根据清财文【2026】12号，')
const TEXT_FILES = { initializationOptions: { textFiles: ['*.txt'] } }

describe('keystrokes rehearsed in the first text', () => {
  it('are a character more in one line, and out again', () => {
    const typed = rehearsalOf(CLEAN)
    expect(typed.at(-1)).toBe(CLEAN)
    expect(new Set(typed.map(({ length }) => length - CLEAN.length))).toEqual(new Set([0, 1]))
    expect(new Set(typed).size).toBe(3)
    expect(rehearsalOf('').at(-1)).toBe('')
  })

  it('are seen by nobody, and change nothing of what is found meanwhile', { timeout: 60_000 }, async () => {
    const found = async (...texts: readonly string[]) => {
      const client = await Client.start(folder({}), TEXT_FILES)
      await client.open('a.txt', texts[0] ?? '')
      await client.diagnostics('a.txt', 1)
      for (const [at, text] of texts.slice(1).entries()) {
        await setTimeout(30)
        await client.change('a.txt', at + 2, text)
        await client.diagnostics('a.txt', at + 2)
      }
      await setTimeout(1500)
      return client.published.map(({ version, diagnostics }) => ({ version, found: diagnostics.map(({ code, range, message }) => ({ code, range, message })) }))
    }
    const [clean, wrong] = [(await found(CLEAN))[0]?.found, (await found(WRONG))[0]?.found]
    expect(wrong?.map(({ code }) => code)).toContain('docnum/brackets')
    expect(wrong).not.toEqual(clean)
    expect(await found(CLEAN, WRONG, CLEAN)).toEqual([clean, wrong, clean].map((found, at) => ({ version: at + 1, found })))
  })
})
