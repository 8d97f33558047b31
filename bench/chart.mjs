const WIDTH = 720
const LABEL = 300
const ROW = 28

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A bar chart as SVG, bars on a linear scale with their value beside them. */
export function chart({ title, bars }) {
  const most = Math.max(...bars.map(([, value]) => value))
  const height = 40 + bars.length * ROW
  const rows = bars.map(([name, value], index) => {
    const y = 36 + index * ROW
    const width = Math.max(1, (value / most) * (WIDTH - LABEL - 70))
    return `<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end">${escaped(name)}</text><rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="20" fill="${name.startsWith('disclint') ? '#2f6f9f' : '#9aa5ae'}"/><text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 15}">${value.toFixed(1)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#fff"/><text x="8" y="20" font-size="15">${escaped(title)}</text>${rows.join('')}</svg>\n`
}
