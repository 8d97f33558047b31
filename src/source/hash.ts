/**
 * A 64-bit hash of a text as 16 hexadecimal digits: equal texts have equal hashes on every machine. FNV-1a over UTF-16
 * code units, with two 32-bit lanes of different offset bases. Not for security.
 */
export function hash(text: string): string {
  let high = 0x811c9dc5
  let low = 0xcbf29ce4
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ (unit & 0xff), 0x01000193)
    high = Math.imul(high ^ (unit >>> 8), 0x01000193)
    low = Math.imul(low ^ (unit >>> 8), 0x01000193)
    low = Math.imul(low ^ (unit & 0xff), 0x01000193) + high
  }
  return hex(high) + hex(low)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
