import type { Plugin } from 'vite'
/**
 * Vite and Rolldown plugin that embeds rules/ as `virtual:disclint-builtin` and `virtual:disclint-wording`; with `ahead`,
 * as `virtual:disclint-ahead` checked by the build too; `examples: false` leaves the examples of the vocabulary out.
 */
export declare function builtinRules(options?: { readonly ahead?: boolean; readonly examples?: boolean }): Plugin
