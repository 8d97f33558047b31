import type { Language, Report } from '../../index.ts'

/** How a report is shown; formats that know no width or colour pass it over. */
export interface Rendering {
  readonly language: Language
  readonly colour: boolean
  readonly width: number
  readonly info?: boolean
  readonly stats?: boolean
  /** The Word file of the run, under its name in the report. */
  readonly word: () => { readonly file: string; readonly content: Uint8Array }
}

type Render = (report: Report, rendering: Rendering) => Promise<string | Uint8Array>

/** The report formats; what each needs is loaded when it is asked for. */
const FORMATS = {
  stylish: async (report, rendering) => (await import('./format-stylish.ts')).formatStylish(report, rendering),
  json: async (report) => (await import('./format-json.ts')).formatJson(withoutContent(report)),
  html: async (report, { language }) => (await import('./format-html.ts')).formatHtml(report, { language }),
  xlsx: async (report, { language }) => (await import('./format-xlsx.ts')).formatXlsx(report, { language }),
  docx: async (report, { language, word }) => (await import('./format-docx.ts')).formatDocx(report, { language, source: word() }),
  markdown: async (report, { language }) => (await import('./format-markdown.ts')).formatMarkdown(report, { language }),
  sarif: async (report, { language }) => (await import('./format-sarif.ts')).formatSarif(report, { language }),
  junit: async (report, { language }) => (await import('./format-junit.ts')).formatJunit(report, { language }),
  github: async (report, { language }) => (await import('./format-github.ts')).formatGithub(report, { language }),
  gitlab: async (report, { language }) => (await import('./format-gitlab.ts')).formatGitlab(report, { language }),
} satisfies Record<string, Render>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** Files of bytes, which no terminal can show. */
export const BINARY: readonly FormatName[] = ['xlsx', 'docx']

/** Formats that show the document itself. */
export const DRAWN: readonly FormatName[] = ['html']

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name)
}

/** The report in a format: text, or the bytes of a file. */
export async function rendered(report: Report, format: FormatName, rendering: Rendering): Promise<string | Uint8Array> {
  return FORMATS[format](report, rendering)
}

/** The document is shown by formats that draw it; in JSON it would double what its own file says. */
function withoutContent(report: Report): Report {
  return { ...report, files: report.files.map(({ content, ...file }) => file) }
}
