/**
 * Whether a path matches a file glob: `*` and `?` within one part, `**` over parts, `{a,b}`. A glob without `/` matches the
 * name of the file in any folder.
 */
export function matchesFile(glob: string, path: string): boolean {
  const clean = glob.replace(/^\.\//, '')
  const parts = path.split('/')
  return alternatives(clean).some((one) => (one.includes('/') ? matchesParts(one.split('/'), parts, false) : matchesPart(one, parts.at(-1) ?? '')))
}

/** Whether a semantic address is what the pattern names, or stands below it. */
export function matchesAddress(pattern: string, address: string): boolean {
  return alternatives(pattern).some((one) => matchesParts(one.split('/'), address.split('/'), true))
}

/** `**` is tried at each part once: the table of states keeps hostile patterns linear in patterns times parts. */
function matchesParts(pattern: readonly string[], parts: readonly string[], prefix: boolean): boolean {
  let reached = new Set([0])
  const spread = (states: Set<number>): Set<number> => {
    for (const state of states) if (pattern[state] === '**') states.add(state + 1)
    return states
  }
  spread(reached)
  for (const part of parts) {
    if (prefix && reached.has(pattern.length)) return true
    const next = new Set<number>()
    for (const state of reached) {
      const own = pattern[state]
      if (own === '**') next.add(state)
      else if (own !== undefined && matchesPart(own, part)) next.add(state + 1)
    }
    reached = spread(next)
  }
  return reached.has(pattern.length)
}

function matchesPart(pattern: string, text: string): boolean {
  let at = 0
  let position = 0
  let star = -1
  let retry = 0
  while (at < text.length) {
    if (pattern[position] === '*') {
      star = position
      position += 1
      retry = at
    } else if (pattern[position] === '?' || pattern[position] === text[at]) {
      position += 1
      at += 1
    } else if (star >= 0) {
      position = star + 1
      retry += 1
      at = retry
    } else return false
  }
  while (pattern[position] === '*') position += 1
  return position === pattern.length
}

/** A pattern cannot stand for more than this many others. */
const MOST = 200

function alternatives(pattern: string): readonly string[] {
  let open = [pattern]
  const done: string[] = []
  while (open.length > 0 && open.length + done.length <= MOST) {
    const [first = '', ...others] = open
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(first)
    if (!braces) {
      done.push(first)
      open = others
      continue
    }
    const [whole, inner = ''] = braces
    open = [...inner.split(',').map((choice) => first.slice(0, braces.index) + choice + first.slice(braces.index + whole.length)), ...others]
  }
  return [...done, ...open]
}
