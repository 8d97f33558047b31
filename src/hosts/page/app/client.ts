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

/** Starts the worker from the script that the page carries as text; nothing is loaded from anywhere. */
export function startClient(code: string): Client {
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
  const waiting = new Map<number, Waiting>()
  let next = 1
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    if (data.kind === 'ready') return
    const asked = waiting.get(data.id)
    if (data.kind === 'reading') {
      asked?.reading(data.file)
      return
    }
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data)
  })
  worker.addEventListener('error', (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(event.message))
    waiting.clear()
  })
  const ask = (request: Request, reading: (file: string) => void = () => undefined): Promise<Response> =>
    new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject, reading })
      worker.postMessage(request)
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
