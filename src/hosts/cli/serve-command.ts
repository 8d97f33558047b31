import { basename, dirname, resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { DisclintError, EXIT, readDecisions, type ExitCode, type Language } from '../../index.ts'
import { discover, exists, nodeFileSystem, readSource, watchFolder } from '../../files/node.ts'
import { servedPage } from '../serve/page.ts'
import { startServer, type RunningServer } from '../serve/server.ts'
import { save } from './inputs.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import type { Say } from './language.ts'
import { languageOption } from './options.ts'

interface ServeFlags {
  readonly port: number
  readonly decisions: string
  readonly lang: Language
}

/** `disclint serve [files…]`: the page on 127.0.0.1 with the files loaded; changed files are checked again, decisions saved. */
export function serveCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('serve')
    .description(say('在本机打开审核页面：载入文件，改动后自动重新核对，保存决定', 'open the review page on this machine with the files loaded; lints again after changes, saves decisions'))
    .argument('[files...]', say('文件、通配符或文件夹', 'files, globs or folders'))
    .option('-p, --port <n>', say('端口；不写则任选一个', 'port; any free one unless given'), portNumber(say), 0)
    .option('--decisions <file>', say('决定保存在这份文件', 'file that decisions are saved in'), 'disclint-decisions.json')
    .addOption(languageOption(setup))
    .action((files: string[], flags: ServeFlags) => finish(serve(files, flags, io)))
}

const portNumber = (say: Say) => (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError(say('应为 0 到 65535 的整数', 'It is a whole number from 0 to 65535.'))
  return port
}

async function serve(patterns: readonly string[], flags: ServeFlags, io: CommandIo): Promise<ExitCode> {
  const { files, problems } = await discover(patterns, io.cwd)
  for (const problem of problems) io.stderr(`${problem.message[flags.lang]}\n`)
  if (problems.length > 0) return EXIT.trouble
  const server = await openServer(files, flags, io)
  const stop = watchFiles(files, io.cwd, server.changed)
  const url = flags.lang === 'en' ? `${server.url}#en` : server.url
  io.stdout(flags.lang === 'zh' ? `在浏览器中打开：${url}\n按 Ctrl+C 结束。决定保存在 ${flags.decisions}\n` : `Open in a browser: ${url}\nCtrl+C ends it. Decisions are saved in ${flags.decisions}\n`)
  await io.interrupted()
  stop()
  await server.close()
  return EXIT.clean
}

async function openServer(files: readonly string[], { port, decisions }: ServeFlags, io: CommandIo): Promise<RunningServer> {
  const page = await servedPage(io.pagePath).catch((cause: unknown) => {
    throw new DisclintError('page-missing', { zh: '没有审核页面：请先运行 npm run build', en: 'the page is missing: run npm run build first' }, { path: 'dist/disclint.html', cause })
  })
  const offer = {
    page,
    files: () => files,
    read: async (index: number) => {
      const source = files[index] === undefined ? undefined : await readSource(resolve(io.cwd, files[index]))
      return source?.ok ? source.value.bytes : undefined
    },
    decisions: async () => ((await exists(decisions, io.cwd)) ? nodeFileSystem.readFile(resolve(io.cwd, decisions)) : undefined),
    save: async (text: string) => {
      if (!readDecisions(text)) return false
      await save(decisions, text, io)
      return true
    },
  }
  return startServer(offer, port).catch((cause: unknown) => {
    throw new DisclintError('port-taken', { zh: `端口 ${port} 不能用：换一个，或不写 --port`, en: `port ${port} cannot be used: choose another or leave out --port` }, { cause })
  })
}

/** Watches the folders of the files: editors save by putting a new file in the old one's place. */
function watchFiles(files: readonly string[], cwd: string, changed: () => void): () => void {
  const paths = files.map((file) => resolve(cwd, file))
  const folders = new Map([...new Set(paths.map((path) => dirname(path)))].map((folder) => [folder, new Set(paths.filter((path) => dirname(path) === folder).map((path) => basename(path)))]))
  const stops = [...folders].map(([folder, names]) => watchFolder(folder, (name) => names.has(name), () => Promise.resolve(changed()), { deep: false }))
  return () => {
    for (const stop of stops) stop()
  }
}
