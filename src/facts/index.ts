export { buildModel } from './model.ts'
export { readPath } from './path.ts'
export type { PlacedText } from './items/placed-text.ts'
