export { jsonLocator } from './json-locator.ts'
export type { JsonLocator } from './json-locator.ts'
export { parseJson } from './json-parse.ts'
export type { DuplicateKey, ParsedJson } from './json-parse.ts'
