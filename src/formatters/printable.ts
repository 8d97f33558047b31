// Control characters, bidirectional overrides and line separators would let a document rewrite the terminal; invisible ones hide text in it.
 
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu

/** Characters that show nothing and can make a text look like another one; line breaks and tabs are none of them. */
export function withoutControls(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\r' ? '' : '\ufffd'))
}

/** Text from a document, safe for one terminal line: line breaks and tabs become blanks, control characters `�`. */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(UNPRINTABLE, '\ufffd')
}
