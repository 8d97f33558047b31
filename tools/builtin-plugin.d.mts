import type { Plugin } from 'vite'
/** Vite and Rolldown plugin that embeds rules/ as `virtual:disclint-builtin`. */
export declare function builtinRules(): Plugin
