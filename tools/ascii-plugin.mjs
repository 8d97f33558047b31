/**
 * Writes every other character of a bundle as an escape (\u4e00). Such a file is read as it is, a byte a character: a tenth of the time
 * that decoding 2 MB of rules takes at every start.
 */
export function asciiOnly() {
  return {
    name: 'disclint-ascii',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code)) throw new Error(`${chunk.fileName}: String.raw would show the escapes`)
        chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      }
    },
  }
}
