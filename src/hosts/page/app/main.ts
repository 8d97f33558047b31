import { sheetWords as wordsOfSheet } from '../../../index.ts'
import { download, need, notice } from '../sheet/dom.ts'
import { browserMemory } from '../sheet/memory.ts'
import { startSheet, type StartedSheet } from '../sheet/start.ts'
import type { Linted } from './client.ts'
import { startClient } from './client.ts'
import { makeIntake } from './intake.ts'
import type { ExportFormat } from './protocol.ts'
import { pageWords } from './words.ts'

const language = location.hash === '#en' ? 'en' : 'zh'
const words = pageWords(language)
const sheetWords = wordsOfSheet(language)
const app = need(document, '#app')
const client = startClient(need(document, '#linter').textContent ?? '')
let started: StartedSheet | undefined

const save = (format: ExportFormat) => (): void => {
  client.exported(format, JSON.stringify(started?.decisions() ?? {})).then(
    (file) => download(file.name, file),
    (error: unknown) => notice(words.failed(String(error))),
  )
}

function open({ sheet }: Linted): void {
  // The sheet is made by the same renderer as the saved one: document text is escaped there and nowhere else.
  app.innerHTML = sheet
  const root = need(app, '[data-sheet]')
  started?.stop()
  started = startSheet(root, sheetWords, browserMemory(root.dataset['digest'] ?? ''), { again, html: save('html') })
  const last = intake.last()
  if (last) started.apply(last)
  root.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true })
}

function again(): void {
  app.replaceChildren(intake.element)
}

const intake = makeIntake({ client, language, words, sheetWords, open })
document.title = words.title
document.documentElement.lang = sheetWords.locale
again()
