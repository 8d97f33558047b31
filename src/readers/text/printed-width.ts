const WIDE = /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

/** How wide a line is printed in Chinese type, in half-width columns: a Chinese character or mark takes two (UAX #11, ambiguous ones wide). */
export function printedWidth(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0)
}
