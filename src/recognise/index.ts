export { recognise } from './recognise.ts'
export type { Recognised } from './recognise.ts'
export { tableFromGrid } from './table-from-grid.ts'
export type { GridTitle } from './table-from-grid.ts'
