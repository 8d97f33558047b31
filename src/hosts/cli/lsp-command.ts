import type { Command } from 'commander'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'

/** `disclint lsp --stdio`: the language server, for editors. */
export function lspCommand(program: Command, { io, finish, say }: CommandSetup): void {
  program
    .command('lsp')
    .description(say('语言服务器，由编辑器启动（配置见 docs/editors.md）', 'the language server, started by an editor (docs/editors.md says how)'))
    .option('--stdio', say('用标准输入输出通信（唯一的方式）', 'talk over standard input and output (the only way)'))
    .action(() => finish(lsp(io)))
}

async function lsp(io: CommandIo): Promise<never> {
  const { serveStdio } = await import('../lsp/index.ts')
  // The connection ends the process when the client says so or is gone.
  const close = serveStdio()
  await io.interrupted()
  return close()
}
