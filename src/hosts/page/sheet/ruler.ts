import { all, make, need } from './dom.ts'
import type { Sheet } from './sheet.ts'

/** The strip beside the document that shows where in it the problems are, and the sides of the open finding. */
export function ruler({ root }: Sheet): () => void {
  const strip = need(root, '.ruler')
  const pages = need(root, '.pages')
  const draw = (): void => {
    if (pages.offsetParent === null) return
    const height = pages.scrollHeight
    const top = pages.getBoundingClientRect().top - pages.scrollTop
    const shown = all(pages, '.paper:not([hidden]) .side.error, .paper:not([hidden]) .side.warning, .paper:not([hidden]) .lit')
    const ticks = shown.map((element) => {
      const kind = element.classList.contains('lit') ? 'lit' : element.classList.contains('error') ? 'error' : 'warning'
      const tick = make('i', { class: kind })
      tick.style.top = `${(((element.getBoundingClientRect().top - top) / height) * 100).toFixed(2)}%`
      return tick
    })
    strip.replaceChildren(...ticks)
  }
  let asked = 0
  const later = (): void => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(draw)
  }
  addEventListener('resize', later)
  return later
}
