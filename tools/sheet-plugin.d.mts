import type { Plugin } from 'vite'
/** Vite and Rolldown plugin that embeds the review sheet's style and script as `virtual:disclint-sheet`. */
export declare function sheetAssets(): Plugin
