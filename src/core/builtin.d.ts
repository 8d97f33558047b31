declare module 'virtual:disclint-builtin' {
  /** Every YAML file under rules/, parsed, with its path relative to rules/. */
  export const builtin: readonly { readonly path: string; readonly content: unknown }[]
}

declare module 'virtual:disclint-wording' {
  /** Those of rules/wording/ alone. */
  export const wordingFiles: readonly { readonly path: string; readonly content: unknown }[]
}

declare module 'virtual:disclint-ahead' {
  /** What src/compile-ahead.ts makes of the built-in rules and vocabulary (`Ahead`); undefined where they are checked at start. */
  export const ahead: { readonly vocabulary: string; readonly patterns: string; readonly rules: string; readonly examples: readonly string[]; readonly cases: readonly string[] } | undefined
}
