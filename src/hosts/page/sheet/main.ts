import { need } from './dom.ts'
import { browserMemory } from './memory.ts'
import type { Words } from './sheet.ts'
import { startSheet } from './start.ts'

const root = need(document, '[data-sheet]')
const words = JSON.parse(need(document, '#sheet-words').textContent ?? '{}') as Words
startSheet(root, words, browserMemory(root.dataset['digest'] ?? ''))
