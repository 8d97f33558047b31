import { watch } from 'node:fs'

/** Editors save in several steps; a change counts once they are quiet for so long. */
const QUIET_MS = 100

export interface WatchOptions {
  /** Subfolders too, at any depth; the default. */
  readonly deep?: boolean
}

/**
 * Calls `onChange` after files of a folder changed whose name (relative, `/` between folders) is `wanted`, never while an earlier call still runs. Returns the function that ends it.
 */
export function watchFolder(folder: string, wanted: (name: string) => boolean, onChange: () => Promise<void>, { deep = true }: WatchOptions = {}): () => void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const watcher = watch(folder, { recursive: deep }, (_event, name) => {
    if (name === null || !wanted(name.replaceAll('\\', '/'))) return
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(onChange)), QUIET_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
