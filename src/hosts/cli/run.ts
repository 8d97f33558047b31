export { main } from './main.ts'
export { processIo } from './io.ts'
export { languageOf, sayIn } from './language.ts'
export { endCleanly } from './process-end.ts'
