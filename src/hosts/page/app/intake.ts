import type { Language, SheetWords } from '../../../index.ts'
import { readDecisions, type DecisionFile } from '../../../findings/review.ts'
import { all, askFiles, make } from '../sheet/dom.ts'
import type { Client, Linted } from './client.ts'
import type { Input, Role } from './protocol.ts'
import { drawRecognised } from './recognition.ts'
import type { PageWords } from './words.ts'

const ACCEPTED = '.docx,.xlsx,.pdf,.txt,.md,.csv,.html,.htm,.mht,.mhtml,.json,.doc,.xls,.wps,.et'
const ROLES: readonly Role[] = ['subject', 'previous', 'budget', 'final', 'unit']

export interface Intake {
  readonly element: HTMLElement
  /** Adds files, checks all again and shows what was recognised. */
  readonly add: (files: readonly Input[]) => Promise<void>
  /** The decisions of last time, if any were loaded. */
  readonly last: () => DecisionFile | undefined
}

export interface IntakeOptions {
  readonly client: Client
  readonly language: Language
  readonly words: PageWords
  readonly sheetWords: Pick<SheetWords, 'kind' | 'extent'>
  readonly open: (linted: Linted) => void
  /** Brings the first page back: files may be dropped while a sheet is shown. */
  readonly front: () => void
  /** Told of decisions that were loaded or dropped. */
  readonly decided: (last: DecisionFile) => void
}

/** The first page: takes the files, shows what was recognised, and then opens the sheet. */
export function makeIntake({ client, language, words, sheetWords, open, front, decided }: IntakeOptions): Intake {
  let inputs: readonly Input[] = []
  let asOne = false
  let last: DecisionFile | undefined
  let run = 0
  const status = make('p', { class: 'status', role: 'status' })
  const results = make('div', { class: 'results' })
  const loaded = make('span', { class: 'soft' })
  const choose = make('button', { type: 'button', class: 'primary' }, words.choose)
  const load = make('button', { type: 'button' }, words.last)
  const zone = make('div', { class: 'zone' }, make('p', { class: 'lead' }, words.lead), make('p', { class: 'soft' }, words.formats), make('p', { class: 'actions' }, choose, load), make('p', {}, loaded))
  const element = make('main', { class: 'intake' }, make('h1', {}, words.title), zone, status, results, make('p', { class: 'local' }, words.local))

  const check = async (): Promise<void> => {
    const mine = ++run
    results.replaceChildren(drawInputs())
    if (!inputs.some(({ role }) => role === 'subject')) {
      status.textContent = words.noSubject
      return
    }
    try {
      status.textContent = words.working
      const linted = await client.lint(inputs, { asOne, language }, (file) => {
        if (mine === run) status.textContent = words.reading(file)
      })
      if (mine === run) show(linted)
    } catch (error) {
      if (mine === run) status.textContent = words.failed(error instanceof Error ? error.message : String(error))
    }
  }
  const show = (linted: Linted): void => {
    status.textContent = words.recognised
    const button = make('button', { type: 'button', class: 'primary', 'data-open': '' }, words.open)
    button.addEventListener('click', () => open(linted))
    results.replaceChildren(...linted.recognised.map((found) => drawRecognised(found, words, sheetWords)), drawInputs(), make('p', { class: 'actions' }, button))
    button.focus()
  }
  const drawInputs = (): HTMLElement => {
    const rows = inputs.map((input) => {
      const role = make('select', { 'aria-label': words.roleOf(input.name) }, ...ROLES.map((value) => make('option', { value, ...(value === input.role && { selected: '' }) }, words.role[value])))
      role.addEventListener('change', () => replace(input, { ...input, role: role.value as Role }))
      const remove = make('button', { type: 'button', class: 'quiet', 'aria-label': words.remove(input.name) }, '×')
      remove.addEventListener('click', () => replace(input))
      return make('li', {}, make('span', {}, input.name), role, remove)
    })
    const several = inputs.filter(({ role }) => role === 'subject').length > 1
    return make('section', { class: 'inputs' }, make('ul', {}, ...rows), ...(several ? [asOneBox()] : []))
  }
  const asOneBox = (): HTMLElement => {
    const box = make('input', { type: 'checkbox' })
    box.checked = asOne
    box.addEventListener('change', () => {
      asOne = box.checked
      void check()
    })
    return make('label', { class: 'as-one' }, box, ` ${words.asOne}`)
  }
  const replace = (old: Input, by?: Input): void => {
    inputs = inputs.flatMap((input) => (input === old ? (by ? [by] : []) : [input]))
    if (inputs.length > 0) void check()
    else {
      run++
      status.textContent = ''
      results.replaceChildren()
    }
  }
  const add: Intake['add'] = async (files) => {
    const names = new Set(files.map(({ name }) => name))
    inputs = [...inputs.filter(({ name }) => !names.has(name)), ...files]
    await check()
  }
  const takeDecisions = async (file: File): Promise<boolean> => {
    const read = readDecisions(await file.text())
    if (read) {
      last = read
      decided(read)
    }
    loaded.textContent = read ? words.lastLoaded(file.name) : words.badDecisions
    return read !== undefined
  }
  const take = async (files: readonly File[]): Promise<void> => {
    const taken: Input[] = []
    for (const file of files) {
      if (/decisions.*\.json$/i.test(file.name) && (await takeDecisions(file))) continue
      taken.push({ name: file.name, content: new Uint8Array(await file.arrayBuffer()), role: 'subject' })
    }
    if (taken.length === 0) return
    front()
    await add(taken)
  }
  choose.addEventListener('click', () => void askFiles(ACCEPTED, true).then(take))
  load.addEventListener('click', () => void askFiles('.json', false).then(([file]) => (file ? takeDecisions(file) : false)))
  acceptDrops(element, take)
  return { element, add, last: () => last }
}

/** Files may be dropped anywhere: missing the frame by a finger's breadth must not make the browser open the file instead. */
function acceptDrops(element: HTMLElement, take: (files: readonly File[]) => Promise<void>): void {
  const over = (on: boolean): void => {
    for (const zone of all(element, '.zone')) zone.classList.toggle('over', on)
  }
  addEventListener('dragover', (event) => {
    event.preventDefault()
    over(true)
  })
  addEventListener('dragleave', () => over(false))
  addEventListener('drop', (event) => {
    event.preventDefault()
    over(false)
    void take([...(event.dataTransfer?.files ?? [])])
  })
}
