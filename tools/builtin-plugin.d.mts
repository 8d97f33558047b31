import type { Plugin } from 'vite'
/**
 * Vite and Rolldown plugin that embeds rules/ as `virtual:disclint-builtin` and `virtual:disclint-wording`; with `ahead`,
 * as `virtual:disclint-ahead` checked by the build too, `apart` in a file beside the bundle (CommonJS for Node); `examples: false` leaves the examples of the vocabulary out.
 */
export declare function builtinRules(options?: { readonly ahead?: boolean; readonly apart?: boolean; readonly examples?: boolean }): Plugin
