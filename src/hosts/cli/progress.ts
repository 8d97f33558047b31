import { printable, type Language } from '../../index.ts'
import type { CommandIo } from './io.ts'

/** What is done sooner than this is not worth a line. */
const PATIENCE_MS = 300
/** The line is not written more often than eyes follow. */
const PACE_MS = 60
/** A file as large as this keeps its reader waiting. */
const LARGE = 256 * 1024

/** Tells on a terminal which of several files, or which slow one, a run is at. */
export interface Progress {
  /** Work on a file begins, or goes on now that its size is known. */
  at(file: string, size?: number): void
  /** One more file is done. */
  done(): void
  /** Nothing more is shown. */
  end(): void
}

export interface ProgressOptions {
  readonly quiet?: boolean | undefined
  readonly lang: Language
}

const SILENT: Progress = { at: () => undefined, done: () => undefined, end: () => undefined }

/** The progress of a run over `total` files; silent where there is no terminal or --quiet was said. */
export function progressOf(total: number, { quiet, lang }: ProgressOptions, { status }: Pick<CommandIo, 'status'>): Progress {
  if (!status || quiet || total === 0) return SILENT
  const begun = performance.now()
  let finished = 0
  let shownAt = -Infinity
  let current = ''
  let timer: NodeJS.Timeout | undefined
  const show = (): void => {
    const now = performance.now()
    if (now - shownAt < PACE_MS) return
    shownAt = now
    const count = total > 1 ? ` ${Math.min(finished + 1, total)}/${total}` : ''
    status(`${lang === 'zh' ? '正在核对' : 'Linting'}${count}${lang === 'zh' ? '：' : ': '}${current}`)
  }
  return {
    at(file, size = 0) {
      current = printable(file)
      clearTimeout(timer)
      if (total > 1 || size >= LARGE || performance.now() - begun > PATIENCE_MS) show()
      else timer = setTimeout(show, PATIENCE_MS)
    },
    done() {
      finished += 1
    },
    end() {
      clearTimeout(timer)
      status(undefined)
    },
  }
}
