import { sheetWords as wordsOfSheet } from '../../../index.ts'
import { download, need, notice } from '../sheet/dom.ts'
import { browserMemory } from '../sheet/memory.ts'
import { startSheet, type StartedSheet } from '../sheet/start.ts'
import { startClient, type Linted } from './client.ts'
import { makeIntake } from './intake.ts'
import type { ExportFormat } from './protocol.ts'
import { servedBy } from './served.ts'
import { pageWords } from './words.ts'

const language = location.hash === '#en' ? 'en' : 'zh'
const words = pageWords(language)
const sheetWords = wordsOfSheet(language)
const app = need(document, '#app')
const client = startClient(need(document, '#linter').textContent ?? '')
const served = app.hasAttribute('data-served') ? servedBy(() => notice(words.notSaved)) : undefined
let started: StartedSheet | undefined

const save = (format: ExportFormat) => (): void => {
  client.exported(format, started?.decisions() ?? { version: 1, decisions: [] }).then(
    (files) => files.forEach((file) => download(file.name, file)),
    (error: unknown) => notice(words.failed(String(error))),
  )
}

async function open({ sheet }: Linted): Promise<void> {
  const saved = await served?.decisions().catch(() => undefined)
  // The sheet is made by the same renderer as the saved one: document text is escaped there and nowhere else.
  app.innerHTML = sheet
  const root = need(app, '[data-sheet]')
  const memory = served?.memory(saved) ?? browserMemory(root.dataset['digest'] ?? '')
  started?.stop()
  started = startSheet(root, sheetWords, memory, { again, html: save('html'), xlsx: save('xlsx'), docx: save('docx') })
  const last = intake.last() ?? saved
  if (last) started.apply(last)
  root.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true })
}

function again(): void {
  app.replaceChildren(intake.element)
}

const intake = makeIntake({ client, language, words, sheetWords, open: (linted) => void open(linted), front: again, decided: (last) => app.contains(intake.element) || started?.apply(last) })
document.title = words.title
document.documentElement.lang = sheetWords.locale
again()
if (served) {
  const load = (): Promise<void> => served.files().then((files) => (files.length > 0 ? intake.add(files) : undefined)).catch((error: unknown) => notice(words.failed(String(error))))
  void load()
  served.onChange(() => {
    again()
    notice(words.changed)
    void load()
  })
}
