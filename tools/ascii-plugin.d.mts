import type { Plugin } from 'vite'
/** Rolldown plugin that leaves no character beyond ASCII in the chunks of a bundle. */
export declare function asciiOnly(): Plugin
