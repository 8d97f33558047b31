import type { Decision } from '../../../findings/review.ts'
import type { Memory } from './sheet.ts'

/** Keeps decisions in this browser, by document; where the browser allows no storage, until the page is closed. */
export function browserMemory(key: string): Memory {
  return {
    load: () => {
      try {
        return JSON.parse(localStorage.getItem(`disclint ${key}`) ?? '[]') as Decision[]
      } catch {
        return []
      }
    },
    save: (decisions) => {
      try {
        localStorage.setItem(`disclint ${key}`, JSON.stringify(decisions))
      } catch {
        // Storage is a convenience: without it the decisions can still be exported.
      }
    },
  }
}
