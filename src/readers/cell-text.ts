/** Lines of one cell as one text: a wrapped number or short label is joined, paragraphs keep their line ends. */
export function cellText(lines: readonly string[]): string {
  return lines.reduce((left, right) => {
    if (left === '' || right === '') return left + right
    return left + (isBrokenFigure(left, right) || isBrokenLabel(left, right) ? '' : '\n') + right
  }, '')
}

/** Whether two lines are one figure that was broken. */
export function isBrokenFigure(left: string, right: string): boolean {
  return /^[-\d,.]+$/.test(left) && /^[\d,.]+%?$/.test(right) && (/[,.]$/.test(left) || /^[,.]/.test(right) || left.includes(',') || left.includes('.'))
}

const LONGEST_LABEL = 30

/** Whether two lines are one short label that was broken. */
export function isBrokenLabel(left: string, right: string): boolean {
  return left.length + right.length <= LONGEST_LABEL && !/[。；;：:]$/.test(left) && /^[\u4e00-\u9fff（）()“”、《》]/.test(right) && /[\u4e00-\u9fff（）()“”、《》]$/.test(left) && !/^[（(]?[一二三四五六七八九十]+[、)）]/.test(right)
}
