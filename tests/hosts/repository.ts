import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { folder } from './command.ts'

export const CLI = resolve('dist/cli.js')
export const good = readFileSync('fixtures/unit-budget.clean.disclosure.json', 'utf8')
export const bad = readFileSync('fixtures/unit-budget.flawed.disclosure.json', 'utf8')

const IDENTITY = { GIT_AUTHOR_NAME: '测试', GIT_AUTHOR_EMAIL: 't@example.invalid', GIT_COMMITTER_NAME: '测试', GIT_COMMITTER_EMAIL: 't@example.invalid', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

/** A git repository in a folder of its own. */
export class Repository {
  readonly root = folder({})

  constructor() {
    this.git('init', '-q', '-b', 'main')
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: { ...process.env, ...IDENTITY }, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true })
    writeFileSync(join(this.root, name), content, { mode: name.includes('hooks/') ? 0o755 : 0o644 })
  }

  /** Runs `git commit` with its hooks. */
  commit(message = '提交'): { readonly done: boolean; readonly said: string } {
    const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', message], { cwd: this.root, encoding: 'utf8', env: { ...process.env, ...IDENTITY } })
    return { done: status === 0, said: stdout + stderr }
  }
}

export function have(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0
}
