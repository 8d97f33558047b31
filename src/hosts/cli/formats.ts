import type { Language, Report } from '../../index.ts'

/** How a report is shown; formats that know no width or colour pass it over. */
export interface Rendering {
  readonly language: Language
  readonly colour: boolean
  readonly width: number
  readonly info?: boolean
  readonly stats?: boolean
  readonly quiet?: boolean
}

/** The report formats; what each needs is loaded when it is asked for. */
const FORMATS = {
  stylish: async (report, rendering) => (await import('./format-stylish.ts')).formatStylish(report, rendering),
  json: async (report) => (await import('./format-json.ts')).formatJson(withoutContent(report)),
  html: async (report, { language }) => (await import('./format-html.ts')).formatHtml(report, { language }),
} satisfies Record<string, (report: Report, rendering: Rendering) => Promise<string>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name)
}

/** The report in a format. */
export async function rendered(report: Report, format: FormatName, rendering: Rendering): Promise<string> {
  return FORMATS[format](report, rendering)
}

/** The document is shown by formats that draw it; in JSON it would double what its own file says. */
function withoutContent(report: Report): Report {
  return { ...report, files: report.files.map(({ content, ...file }) => file) }
}
