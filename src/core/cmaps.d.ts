declare module 'virtual:disclint-cmaps' {
  /** Character maps of simplified Chinese fonts by name, compressed as pdfjs reads them, in base64. */
  export const cmaps: Readonly<Record<string, string>>
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
