import type { Plugin } from 'vite'
/** Vite and Rolldown plugin that embeds the Chinese character maps of pdfjs-dist as `virtual:disclint-cmaps`. */
export declare function characterMaps(): Plugin
