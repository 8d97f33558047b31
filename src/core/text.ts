/** Languages a message can be rendered in; Chinese comes first. */
export type Language = 'zh' | 'en'

/** A text shown to people, in both languages. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}
