import { DisclintError, errorsOnly, type Language, type Report, type Subject } from '../../index.ts'
import { BINARY, DRAWN, rendered, type Rendering } from './formats.ts'
import type { CommandIo } from './io.ts'
import { save } from './inputs.ts'
import type { OutputPair } from './options.ts'

const WIDTH_WHEN_PIPED = 120

/** Flags that say how a report is written. */
export interface OutputFlags {
  readonly outputs: readonly OutputPair[]
  readonly lang: Language
  readonly color: boolean
  readonly info?: boolean
  readonly stats?: boolean
  readonly quiet?: boolean
}

/** Throws DisclintError where a format that is no text has no file to go to: before the work, not after it. */
export function checkOutputs(outputs: readonly OutputPair[]): void {
  for (const { format, output } of outputs) {
    if (output === undefined && BINARY.includes(format)) throw new DisclintError('output-needed', { zh: `--format ${format} 是文件，请写明存到哪里：--format ${format} --output 文件.${format}`, en: `--format ${format} is a file: say where to put it, --format ${format} --output file.${format}` })
  }
}

/** Whether a format asked for shows the document itself. */
export function needsContent(outputs: readonly OutputPair[]): boolean {
  return outputs.some(({ format }) => DRAWN.includes(format))
}

/** Whether a format asked for is written into the file that was read. */
export function needsSubjects(outputs: readonly OutputPair[]): boolean {
  return outputs.some(({ format }) => format === 'docx')
}

/** Writes the report in every format asked for: to its file, else to standard output. */
export async function writeOutputs(report: Report, flags: OutputFlags, subjects: readonly Subject[], io: CommandIo): Promise<void> {
  const shown = flags.quiet ? errorsOnly(report) : report
  for (const { format, output } of flags.outputs) {
    const content = await rendered(shown, format, renderingOf(flags, output !== undefined, subjects, io))
    if (output !== undefined) await save(output, content, io)
    else if (typeof content === 'string') io.stdout(content)
  }
}

function renderingOf(flags: OutputFlags, toFile: boolean, subjects: readonly Subject[], io: CommandIo): Rendering {
  return {
    language: flags.lang,
    colour: !toFile && flags.color && io.colour,
    width: toFile ? WIDTH_WHEN_PIPED : (io.columns ?? WIDTH_WHEN_PIPED),
    ...(flags.info && { info: true }),
    ...(flags.stats && { stats: true }),
    word: () => wordFile(subjects),
  }
}

/** The one Word file of the run. */
function wordFile(subjects: readonly Subject[]): ReturnType<Rendering['word']> {
  const words = subjects.flatMap(({ file, content, read }) => (read?.ok && read.value.format === 'docx' && typeof content !== 'string' ? [{ file, content }] : []))
  const [source] = words
  if (source && words.length === 1) return source
  throw new DisclintError('word-needed', { zh: `--format docx 把批注写进一份 Word 文件（.docx），这次有 ${words.length} 份`, en: `--format docx puts comments into one Word file (.docx); there are ${words.length} in this run` })
}
