declare module 'virtual:disclint-builtin' {
  /** Every YAML file under rules/, parsed, with its path relative to rules/. */
  export const builtin: readonly { readonly path: string; readonly content: unknown }[]
}
