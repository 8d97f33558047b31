export { buildModel } from './model.ts'
export { readPath } from './path.ts'
export type { Item, Model } from './item.ts'
export type { ProseText } from './prose/prose-text.ts'
