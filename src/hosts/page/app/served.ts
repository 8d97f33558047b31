import { readDecisions, type DecisionFile } from '../../../findings/review.ts'
import type { Memory } from '../sheet/sheet.ts'
import type { Input } from './protocol.ts'

/** The server that `disclint serve` runs beside the files. */
export interface Served {
  readonly files: () => Promise<readonly Input[]>
  readonly decisions: () => Promise<DecisionFile | undefined>
  readonly memory: (known: DecisionFile | undefined) => Memory
  readonly onChange: (changed: () => void) => void
}

/** Speaks with the server the page came from; paths are relative, so the token stays where it is. */
export function servedBy(failed: () => void): Served {
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(path)
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response
  }
  let saving: Promise<unknown> = Promise.resolve()
  const save = (file: DecisionFile): void => {
    saving = saving
      .then(() => fetch('decisions', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(file, null, 2)}\n` }))
      .then((response) => {
        if (!response.ok) failed()
      }, failed)
  }
  return {
    files: async () => {
      const names = (await (await get('files')).json()) as readonly string[]
      return Promise.all(names.map(async (name, index): Promise<Input> => ({ name, content: new Uint8Array(await (await get(`files/${index}`)).arrayBuffer()), role: 'subject' })))
    },
    decisions: async () => readDecisions(await (await get('decisions')).text()),
    memory: (known) => ({ load: () => known?.decisions ?? [], save: (decisions, findings) => save({ version: 1, decisions, findings }) }),
    onChange: (changed) => new EventSource('events').addEventListener('changed', changed),
  }
}
