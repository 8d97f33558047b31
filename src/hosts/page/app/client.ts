import type { ExportFormat, Input, Recognised, Request, Response } from './protocol.ts'
import type { DecisionFile, Language } from '../../../index.ts'

export interface Linted {
  readonly recognised: readonly Recognised[]
  readonly sheet: string
}

/** The linter in its worker, so that the page never stands still. */
export interface Client {
  readonly lint: (inputs: readonly Input[], options: { readonly asOne: boolean; readonly language: Language }, reading: (file: string) => void) => Promise<Linted>
  readonly exported: (format: ExportFormat, decisions: DecisionFile) => Promise<readonly File[]>
}

interface Waiting {
  readonly resolve: (response: Response) => void
  readonly reject: (error: Error) => void
  readonly reading: (file: string) => void
}

/** The script out of the text that the page carries: gzip in base64, a third of its size. */
async function unpacked(text: string): Promise<Blob> {
  const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const script = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  return new Blob([script], { type: 'text/javascript' })
}

/** Starts the worker from the packed script that the page carries as text; nothing is loaded from anywhere. */
export function startClient(packed: string): Client {
  const started = unpacked(packed).then((script) => new Worker(URL.createObjectURL(script)))
  const waiting = new Map<number, Waiting>()
  let next = 1
  const heard = ({ data }: MessageEvent<Response>): void => {
    if (data.kind === 'ready') return
    const asked = waiting.get(data.id)
    if (data.kind === 'reading') {
      asked?.reading(data.file)
      return
    }
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data)
  }
  const failed = (message: string): void => {
    for (const asked of waiting.values()) asked.reject(new Error(message))
    waiting.clear()
  }
  started.then(
    (worker) => {
      worker.addEventListener('message', heard)
      worker.addEventListener('error', (event) => failed(event.message))
    },
    (error: unknown) => failed(String(error)),
  )
  const ask = (request: Request, reading: (file: string) => void = () => undefined): Promise<Response> =>
    new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject, reading })
      started.then((worker) => worker.postMessage(request), reject)
    })
  return {
    lint: async (inputs, options, reading) => {
      const response = await ask({ kind: 'lint', id: next++, inputs, ...options }, reading)
      if (response.kind !== 'linted') throw new Error(response.kind)
      return response
    },
    exported: async (format, decisions) => {
      const response = await ask({ kind: 'export', id: next++, format, decisions })
      if (response.kind !== 'exported') throw new Error(response.kind)
      return response.files.map(({ name, type, data }) => new File([data], name, { type }))
    },
  }
}
