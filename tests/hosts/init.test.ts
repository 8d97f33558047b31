import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { folder, run } from './command.ts'
import { bad, CLI, good, have, Repository } from './repository.ts'

const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8')

describe('disclint init', () => {
  it('writes a configuration that loads, and keeps one that is there', async () => {
    const root = folder({})
    expect((await run(root, ['init'])).code).toBe(0)
    expect(parse(read(root, 'disclint.config.yaml'))).toEqual({ extends: 'disclint:recommended' })
    expect((await run(root, ['--print-config'])).code).toBe(0)
    const own = folder({ 'disclint.config.yaml': 'extends: disclint:all\n' })
    expect((await run(own, ['init'])).stdout).toContain('未改动')
    expect(read(own, 'disclint.config.yaml')).toBe('extends: disclint:all\n')
  })

  it.each(['README.md', 'README.zh-CN.md'])('has a configuration in %s that loads', async (readme) => {
    const block = /```yaml\n(extends: disclint:recommended[\s\S]*?)```/.exec(readFileSync(readme, 'utf8'))?.[1] ?? ''
    const { vocabulary } = parse(block) as { vocabulary: string[] }
    const root = folder({ 'disclint.config.yaml': block, 'disclint-suppressions.yaml': 'suppressions: []\n', ...Object.fromEntries(vocabulary.map((name) => [name, 'lists: {}\n'])) })
    const { code, stderr } = await run(root, ['--print-config'])
    expect([code, stderr]).toEqual([0, ''])
  })

  it('--hook git: the next bad commit is blocked, a good one passes; a hook that is there is left alone', async () => {
    const repository = new Repository()
    expect((await run(repository.root, ['init', '--hook', 'git'])).code).toBe(0)
    // Stands for `npm i -D disclint`.
    repository.write('node_modules/.bin/hooks/x', '')
    execFileSync('ln', ['-s', CLI, join(repository.root, 'node_modules/.bin/disclint')])
    repository.write('a.disclosure.json', bad)
    repository.git('add', 'a.disclosure.json')
    expect(repository.commit().said).toContain('headcount/same-headcount')
    repository.write('a.disclosure.json', good)
    repository.git('add', 'a.disclosure.json')
    expect(repository.commit().done).toBe(true)
    expect((await run(repository.root, ['init', '--hook', 'git'])).stdout).toContain('未改动')
    repository.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n')
    const refused = await run(repository.root, ['init', '--hook', 'git'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('disclint --staged')
    expect(read(repository.root, '.git/hooks/pre-commit')).toBe('#!/bin/sh\nexit 0\n')
  })

  it('--hook lefthook and pre-commit: adds an entry, comments kept, once', async () => {
    const root = folder({ 'lefthook.yml': '# 我们的\npre-commit:\n  commands:\n    lint: {run: x}\n', '.pre-commit-config.yaml': 'repos:\n  # 别的\n  - repo: local\n    hooks: []\n' })
    for (const kind of ['lefthook', 'pre-commit', 'lefthook', 'pre-commit']) expect((await run(root, ['init', '--hook', kind])).code).toBe(0)
    expect(read(root, 'lefthook.yml')).toContain('# 我们的')
    const { commands } = (parse(read(root, 'lefthook.yml')) as Record<string, { commands: object }>)['pre-commit'] ?? { commands: {} }
    expect(Object.keys(commands)).toEqual(['lint', 'disclint'])
    expect(read(root, '.pre-commit-config.yaml')).toContain('# 别的')
    expect((parse(read(root, '.pre-commit-config.yaml')) as { repos: object[] }).repos).toHaveLength(2)
  })

  it.each([['lefthook', 'npx lefthook install'], ['husky', 'npx husky'], ['pre-commit', 'pre-commit install']])('--hook %s: says what enables it', async (kind, command) => {
    expect((await run(folder({}), ['init', '--hook', kind])).stdout).toContain(command)
    expect((await run(folder({}), ['init', '--hook', 'git'])).stdout).not.toContain('install')
  })

  it('--hook husky: an executable script', async () => {
    const root = folder({})
    await run(root, ['init', '--hook', 'husky'])
    expect(statSync(join(root, '.husky/pre-commit')).mode & 0o111).not.toBe(0)
  })
})

describe.skipIf(!have('pre-commit'))('pre-commit', () => {
  it('runs the entry of `init --hook pre-commit`', async () => {
    const repository = new Repository()
    await run(repository.root, ['init', '--hook', 'pre-commit'])
    repository.write('坏 数据.disclosure.json', bad)
    repository.write('.gitignore', 'node_modules\n.home\n')
    // As npm installs it in a project: not on the path.
    execFileSync('sh', ['-c', `mkdir -p node_modules/.bin; ln -s '${CLI}' node_modules/.bin/disclint; chmod +x '${CLI}'`], { cwd: repository.root })
    repository.git('add', '.')
    const tried = (): string => {
      try {
        return execFileSync('pre-commit', ['run', 'disclint'], { cwd: repository.root, encoding: 'utf8', env: { ...process.env, PRE_COMMIT_HOME: join(repository.root, '.home') } })
      } catch (error) {
        return String((error as { stdout: string }).stdout)
      }
    }
    expect(tried()).toContain('headcount/same-headcount')
    repository.write('坏 数据.disclosure.json', good)
    repository.git('add', '坏 数据.disclosure.json')
    expect(tried()).toContain('Passed')
  })

  it('offers the two hooks of .pre-commit-hooks.yaml, which pre-commit accepts', () => {
    execFileSync('pre-commit', ['validate-manifest', resolve('.pre-commit-hooks.yaml')])
    expect((parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id)).toEqual(['disclint', 'disclint-documents'])
  })
})

it('says so when pre-commit is not there to be tested', () => {
  if (!have('pre-commit')) console.warn('pre-commit is not installed: its tests did not run (apt-get install pre-commit)')
  expect(process.env['CI'] === undefined || have('pre-commit')).toBe(true)
})
