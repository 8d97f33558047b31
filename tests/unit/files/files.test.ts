import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { discover, exists, nodeFileSystem, readSource, readSubject, writeAtomically } from '../../../src/files/node.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'disclint-'))
  for (const file of ['甲.disclosure.json', '乙.txt', 'sub/丙.disclosure.json', 'sub/丁.json', 'node_modules/x/y.disclosure.json', 'a[1].txt']) {
    mkdirSync(join(cwd, file, '..'), { recursive: true })
    writeFileSync(join(cwd, file), file)
  }
})

describe('discover', () => {
  it('takes files as they are named, folders as their disclosures, globs as globs', async () => {
    expect((await discover(['乙.txt', 'a[1].txt'], cwd)).files).toEqual(['乙.txt', 'a[1].txt'])
    expect((await discover(['.'], cwd)).files).toEqual(['sub/丙.disclosure.json', '甲.disclosure.json'])
    expect((await discover(['**/*.json', 'sub'], cwd)).files).toEqual(['sub/丁.json', 'sub/丙.disclosure.json', '甲.disclosure.json'])
    expect((await discover(['sub'], cwd, { inFolders: ['*.json'] })).files).toEqual(['sub/丁.json', 'sub/丙.disclosure.json'])
  })

  it('says which pattern matches nothing, and still gives the others', async () => {
    const { files, problems } = await discover(['没有.txt', '*.docx', '乙.txt'], cwd)
    expect(files).toEqual(['乙.txt'])
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['unmatched-input', '没有.txt'], ['unmatched-input', '*.docx']])
  })

  it('takes absolute paths', async () => {
    expect((await discover([join(cwd, '乙.txt')], cwd)).files).toEqual(['乙.txt'])
    expect((await discover([join(cwd, '乙.txt')], join(cwd, 'sub'))).files).toEqual([join(cwd, '乙.txt')])
  })
})

describe('readSource', () => {
  it('gives bytes and their hash', async () => {
    writeFileSync(join(cwd, 'abc'), 'abc')
    const read = await readSource(join(cwd, 'abc'))
    expect(read).toMatchObject({ ok: true, value: { sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' } })
  })

  it('has a problem, in Chinese, for what cannot be read', async () => {
    expect(await readSource(join(cwd, 'none'))).toMatchObject({ ok: false, problems: [{ code: 'file-unreadable', message: { zh: '找不到文件' } }] })
    expect(await readSource(cwd)).toMatchObject({ ok: false, problems: [{ message: { zh: expect.stringContaining('文件夹') as string } }] })
    await expect(readSubject('none', cwd)).rejects.toMatchObject({ code: 'file-unreadable', path: 'none' })
    expect(await readSubject('乙.txt', cwd)).toMatchObject({ file: '乙.txt', content: Buffer.from('乙.txt') })
  })
})

describe('writeAtomically', () => {
  it('writes whole files, makes folders, leaves nothing else behind', async () => {
    await writeAtomically('new/deep/out.json', '{}', cwd)
    await writeAtomically('new/deep/out.json', '[]', cwd)
    expect(readFileSync(join(cwd, 'new/deep/out.json'), 'utf8')).toBe('[]')
    expect(readdirSync(join(cwd, 'new/deep'))).toEqual(['out.json'])
  })

  it('keeps links and modes', async () => {
    const target = join(cwd, '乙.txt')
    symlinkSync(target, join(cwd, 'link.txt'))
    const { mode } = statSync(target)
    await writeAtomically('link.txt', 'new', cwd)
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(statSync(target).mode).toBe(mode)
  })

  it('leaves the old file and no rest when writing fails', async () => {
    await expect(writeAtomically('sub', 'x', cwd)).rejects.toThrow()
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('nodeFileSystem', () => {
  it('lists folders in order and knows what exists', async () => {
    expect(await nodeFileSystem.list(join(cwd, 'sub'))).toEqual([join(cwd, 'sub/丁.json'), join(cwd, 'sub/丙.disclosure.json')])
    expect(await nodeFileSystem.list(join(cwd, '乙.txt'))).toBeUndefined()
    expect([await exists('sub', cwd), await exists('none', cwd)]).toEqual([true, false])
  })
})
