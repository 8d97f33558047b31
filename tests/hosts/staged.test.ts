import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './command.ts'
import { bad, CLI, good, Repository } from './repository.ts'

function withHook(): Repository {
  const repository = new Repository()
  repository.write('.git/hooks/pre-commit', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' --staged\n`)
  return repository
}

describe('disclint --staged as a git hook', () => {
  it('blocks an initial commit with its findings, and lets the corrected one pass', () => {
    const repository = withHook()
    repository.write('数据 目录/预算 公开.disclosure.json', bad)
    repository.git('add', '.')
    const blocked = repository.commit()
    expect(blocked.done).toBe(false)
    expect(blocked.said).toContain('数据 目录/预算 公开.disclosure.json')
    expect(blocked.said).toContain('headcount/same-headcount')
    repository.write('数据 目录/预算 公开.disclosure.json', good)
    repository.git('add', '.')
    expect(repository.commit().done).toBe(true)
  })

  it('judges what is staged, not the work tree, and leaves the work tree as it is', () => {
    const repository = withHook()
    repository.write('a.disclosure.json', bad)
    repository.git('add', '.')
    repository.write('a.disclosure.json', good)
    expect(repository.commit().done).toBe(false)
    repository.git('add', '.')
    repository.write('a.disclosure.json', bad)
    expect(repository.commit().done).toBe(true)
    expect(repository.git('status', '--porcelain')).toBe(' M a.disclosure.json\n')
  })

  it('lints renamed files under their new name, and neither deleted nor unchanged ones', () => {
    const repository = withHook()
    repository.write('旧.disclosure.json', bad)
    repository.write('删.disclosure.json', bad)
    repository.write('留.disclosure.json', bad)
    repository.git('add', '.')
    repository.git('commit', '-q', '--no-verify', '-m', '先')
    repository.git('rm', '-q', '删.disclosure.json')
    expect(repository.commit().done).toBe(true)
    repository.git('mv', '旧.disclosure.json', '新 名.disclosure.json')
    const { done, said } = repository.commit()
    expect(done).toBe(false)
    expect(said).toContain('新 名.disclosure.json')
    expect(said).not.toContain('留.disclosure.json')
  })
})

describe('disclint --staged', () => {
  it('says so where files are named that have no staged change', async () => {
    const repository = new Repository()
    repository.write('a.disclosure.json', bad)
    expect(await run(repository.root, ['--staged', 'a.disclosure.json'])).toEqual({ code: 0, stdout: '', stderr: '这些文件没有暂存的改动，没有检查\n' })
  })

  it('exits 0 without a word where nothing to lint is staged', async () => {
    const repository = new Repository()
    repository.write('readme.txt', '说明')
    repository.git('add', '.')
    expect(await run(repository.root, ['--staged'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('takes names, folders and patterns, and passes over links', async () => {
    const repository = new Repository()
    repository.write('a/x[1].disclosure.json', bad)
    repository.write('b/y.disclosure.json', bad)
    symlinkSync('y.disclosure.json', join(repository.root, 'b/link.disclosure.json'))
    repository.git('add', '.')
    const linted = async (...patterns: string[]) => (JSON.parse((await run(repository.root, ['--staged', ...patterns, '--format', 'json'])).stdout || '{"files":[]}') as { files: { file: string }[] }).files.map(({ file }) => file)
    expect(await linted()).toEqual(['a/x[1].disclosure.json', 'b/y.disclosure.json'])
    expect(await linted('a/x[1].disclosure.json')).toEqual(['a/x[1].disclosure.json'])
    expect(await linted('b')).toEqual(['b/y.disclosure.json'])
    expect(await linted('**/y.*')).toEqual(['b/y.disclosure.json'])
    expect(await linted('c.txt')).toEqual([])
  })

  it('names files from the folder it runs in', async () => {
    const repository = new Repository()
    repository.write('上.disclosure.json', bad)
    repository.git('add', '.')
    mkdirSync(join(repository.root, '下'))
    expect((await run(join(repository.root, '下'), ['--staged'])).stdout).toContain('../上.disclosure.json')
  })

  it('says that it needs a repository, with exit code 2', async () => {
    const { code, stderr } = await run('/', ['--staged'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/git/)
  })

  it('reads text files whose staged bytes are GB18030', async () => {
    const repository = new Repository()
    writeFileSync(join(repository.root, '预算.txt'), Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]))
    repository.git('add', '.')
    expect((await run(repository.root, ['--staged', '*.txt'])).stdout).toContain('预算.txt')
  })
})
