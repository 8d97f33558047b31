import type { DecisionFile, Language } from '../../../index.ts'

/** What a dropped file is to the review. */
export type Role = 'subject' | 'previous' | 'budget' | 'final' | 'unit'

export interface Input {
  readonly name: string
  readonly content: Uint8Array
  readonly role: Role
}

/** Asked of the worker that holds the linter. */
export type Request =
  | { readonly kind: 'lint'; readonly id: number; readonly inputs: readonly Input[]; readonly asOne: boolean; readonly language: Language }
  | { readonly kind: 'export'; readonly id: number; readonly format: ExportFormat; readonly decisions: DecisionFile }

/** Formats of `disclint --format` that the page offers. */
export type ExportFormat = 'html' | 'xlsx' | 'docx'

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly data: BlobPart
}

/** What was recognised in one file, for the page that comes before the sheet. */
export interface Recognised {
  readonly file: string
  readonly entity?: string
  readonly kind: string
  readonly extent: string
  readonly fiscalYear?: number
  readonly tables: readonly { readonly title: string; readonly rows: number; readonly doubtful: number }[]
  readonly sheets: number
  readonly paragraphs: number
  readonly unrecognised: number
  readonly problems: readonly string[]
  readonly errors: number
  readonly warnings: number
}

export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly id: number; readonly file: string }
  | { readonly kind: 'linted'; readonly id: number; readonly recognised: readonly Recognised[]; readonly sheet: string }
  | { readonly kind: 'exported'; readonly id: number; readonly files: readonly ExportedFile[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
