/** Paths with `/` between folders and, on Windows, a drive in front. Pure: nothing is looked up. */

/** The path with `/` for `\`, and without `.`, `..` and empty parts where they can be resolved. */
export function normalPath(path: string): string {
  const [root, rest] = split(path.replaceAll('\\', '/'))
  const parts: string[] = []
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || root === '') parts.push(part)
  }
  return root + parts.join('/') || '.'
}

/** `path` as seen from `folder`. */
export function resolvePath(folder: string, path: string): string {
  return isAbsolute(path) ? normalPath(path) : normalPath(`${folder}/${path}`)
}

/** The folder of a path; of a root, the root itself. */
export function folderOf(path: string): string {
  const normal = normalPath(path)
  const [root, rest] = split(normal)
  const cut = rest.lastIndexOf('/')
  return root + rest.slice(0, Math.max(cut, 0)) || (normal === '.' ? '..' : '.')
}

/** The path below `folder`, or undefined when it stands elsewhere. */
export function below(folder: string, path: string): string | undefined {
  const base = normalPath(folder)
  const whole = normalPath(path)
  if (base === '.') return isAbsolute(whole) ? undefined : whole
  const start = base.endsWith('/') ? base : `${base}/`
  return whole.startsWith(start) ? whole.slice(start.length) : undefined
}

function isAbsolute(path: string): boolean {
  return split(path.replaceAll('\\', '/'))[0] !== ''
}

function split(path: string): readonly [root: string, rest: string] {
  const root = /^([A-Za-z]:)?\/+|^\/\/[^/]+\/[^/]+\//.exec(path)?.[0] ?? ''
  return [root.replace(/\/+$/, '/'), path.slice(root.length)]
}
