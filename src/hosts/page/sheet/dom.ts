/** The elements a selector names, typed. */
export function all<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
  return [...root.querySelectorAll<T>(selector)]
}

/** An element that the sheet's markup always has. */
export function need<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector)
  if (!found) throw new Error(`missing ${selector}`)
  return found
}

type Child = string | Node

/** An element with attributes and children; text is text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** Offers `data` as a file to save. */
export function download(name: string, data: Blob): void {
  const url = URL.createObjectURL(data)
  const link = make('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Asks for files; resolves with none where the user changes their mind. */
export function askFiles(accept: string, several = false): Promise<readonly File[]> {
  const input = make('input', { type: 'file', accept, ...(several && { multiple: '' }), class: 'visually-hidden', 'aria-hidden': 'true', tabindex: '-1' })
  document.body.append(input)
  return new Promise((resolve) => {
    const done = (): void => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    input.click()
  })
}

let hiding: ReturnType<typeof setTimeout> | undefined

/** A short word at the foot of the page. */
export function notice(text: string): void {
  document.querySelector('.notice')?.remove()
  clearTimeout(hiding)
  document.body.append(make('p', { class: 'notice', role: 'status' }, text))
  hiding = setTimeout(() => document.querySelector('.notice')?.remove(), 3_000)
}
