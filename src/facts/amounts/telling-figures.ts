import type { Quantity } from '../quantity.ts'

/**
 * How many figures of a printed quantity tell it from others: noughts at its end may be those of a round sum, but for a percentage, which is
 * printed to its last place.
 */
export function tellingFigures({ digits, unit }: Quantity): number {
  const figures = String(digits).replace('-', '')
  return (unit.dimension === 'percent' ? figures : figures.replace(/0+$/u, '')).length
}
