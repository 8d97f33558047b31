/** A count with separators: 1,234. By hand, since asking for a locale costs every run the loading of its data. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
