export const number = (value, digits = 2) => value.toFixed(digits)

/** Lines of a table. */
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)

/** A part of the report: heading, what is to know, table. */
export const part = (heading, text, lines) => ['', `## ${heading}`, '', ...(text ? [text, ''] : []), ...lines]
