import type { Attachment, Extra, Overall, Project, Table, TextBlock } from '../disclosure/model.ts'
import type { Block, GridBlock } from '../readers/block.ts'
import type { MovedMemory } from '../source/moved.ts'
import type { MappedText } from '../source/segment.ts'
import type { TableRole } from '../vocabulary/types.ts'
import { isCaptionLike, textBlock, trimColon, type TextItem } from './body-text.ts'
import { announcesTable, captionParts, isAttachment, isFigure, isName, isNote, splitTitle, yearLine } from './captions.ts'
import { isFlattenedForm } from './flattened-form.ts'
import type { Caption } from './captions.ts'
import type { Mapped } from './draft.ts'
import { emptyTable, emptyTableIn, endsWithTitle, isHeadingAlone, isRemark, isTitle } from './empty-table.ts'
import { isPartOfSheet, linesOf, namesSheet, projectSheets } from './forms/labelled-lines.ts'
import { looseLine } from './forms/sheet-rows.ts'
import { addSignoff, signoffLine } from './forms/signoff.ts'
import type { SignoffDraft } from './forms/signoff.ts'
import type { Lexicon } from './lexicon.ts'
import { continues, isHopeless, repeatedHeadings } from './continuation.ts'
import { contentOf, gridParts, textsOf, type GridPart } from './grid-parts.ts'
import { filled, matrixOf } from './matrix.ts'
import type { PendingTable } from './pending-table.ts'
import { SectionTree } from './sections.ts'
import { bareGrid, type BareGrid } from './split-matrix.ts'
import { readTable } from './table.ts'
import { looseHead } from './loose/loose-head.ts'
import { looseTable } from './loose/loose-table.ts'
import { withPage } from './loose/pages.ts'
import type { LoosePages } from './loose/pages.ts'
import type { Evidence } from './loose/settle.ts'
import { FormText, titledText } from './lost-cells.ts'

/** Sorts the blocks of a document's body into tables, forms, sections and what remains. */
export class BodyReader {
  readonly #lexicon: Lexicon
  readonly #memory: MovedMemory
  readonly #tree = new SectionTree()
  readonly #tables: PendingTable[] = []
  readonly #projects: Mapped<Project>[] = []
  readonly #attachments: Mapped<Attachment>[] = []
  readonly #captions: Mapped<TextBlock>[] = []
  readonly #notes: Mapped<TextBlock>[] = []
  #extra: Mapped<Extra>[] = []
  #overall: Mapped<Overall> | undefined
  /** A remark that stood between the title of the grid that is read and its rows. */
  #noteAbove: TextItem | undefined
  /** Lines that may turn out to be the caption of the grid below them. */
  #waiting: TextItem[] = []
  /** The last line of text that was placed, where it is no heading. */
  #above: MappedText | undefined
  readonly #form: FormText
  #last: 'table' | 'project' | 'overall' | 'text' = 'text'

  readonly #evidence: (unit: string | undefined) => Evidence

  constructor(lexicon: Lexicon, memory: MovedMemory, evidence: (unit: string | undefined) => Evidence) {
    this.#lexicon = lexicon
    this.#evidence = evidence
    this.#memory = memory
    this.#form = new FormText(lexicon)
  }

  add(block: Block): void {
    if (block.kind === 'grid') this.#addGrid(block)
    else if (block.kind === 'paragraph' && block.aside) this.#notes.push(textBlock(block))
    else if (block.kind !== 'mark') this.#addText(block)
  }

  #addText(block: TextItem): void {
    const { text } = block
    if (this.#addEmptyTable(text) || (this.#waiting.length === 0 && this.#addAfterGrid(text))) return
    if (isCaptionLike(text.text) || this.#isNoteUnderTitle(text, this.#waiting)) {
      this.#waiting.push(block)
      return
    }
    this.#flush()
    this.#place(block)
  }

  /** A table of which there is only its name and the remark that it is empty. */
  #addEmptyTable(text: MappedText): boolean {
    const named = emptyTableIn(text, this.#lexicon)
    const told = named ?? (isRemark(text.text, this.#lexicon) && endsWithTitle(this.#waiting, (line) => isTitle(line, this.#lexicon), this.#lexicon) ? emptyTable(this.#takeCaption(), text, this.#lexicon) : undefined)
    if (told === undefined) return false
    this.#flush()
    this.#closeForm()
    this.#tables.push(told)
    this.#last = 'table'
    return true
  }

  /** Remarks and signatures right below a table or form belong to it. */
  #addAfterGrid(text: MappedText): boolean {
    if (this.#last === 'text') return false
    if (this.#last === 'table' && isNote(text.text, this.#lexicon)) {
      const table = this.#tables.pop()
      if (table !== undefined) this.#tables.push({ ...table, notes: [...table.notes, text] })
      return true
    }
    const row = this.#last === 'table' ? undefined : signoffLine(text, this.#lexicon)
    if (row === undefined) return false
    const signoff: SignoffDraft = {}
    if (!addSignoff(row, signoff, this.#lexicon)) return false
    if (this.#last === 'overall' && this.#overall !== undefined) this.#overall = { ...this.#overall, signoff: { ...this.#overall.signoff, ...signoff } }
    const project = this.#last === 'project' ? this.#projects.pop() : undefined
    if (project !== undefined) this.#projects.push({ ...project, signoff: { ...project.signoff, ...signoff } })
    return true
  }

  #addGrid(block: GridBlock): void {
    const lines = isPartOfSheet(block, this.#lexicon) && this.#form.isSheetWith(this.#waiting) ? linesOf(block) : []
    if (lines.length > 0) this.#waiting.push(...lines)
    if (lines.length > 0) return this.#flush()
    if (block.apart === undefined) this.#closeForm()
    if (block.apart === 'order' || block.apart === 'none' || (block.apart === 'columns' && block.headings !== undefined)) {
      this.#addLoose(block)
      return
    }
    for (const { label, content } of this.#memory.keep(`grid ${textsOf(block)}`, { block, outer: this.#takeCaption() }, (grid) => gridParts(grid, this.#lexicon))) {
      this.#attach(label)
      this.#addPart(content)
    }
    // What is read is no table: its remark is text.
    if (this.#noteAbove) this.#put(this.#noteAbove)
    this.#noteAbove = undefined
  }

  /** Rows that only blanks set apart: the headings above name their columns, or they go on with the page before. */
  #addLoose(block: GridBlock): void {
    const { caption, heads, rest } = looseHead(this.#waiting, (item) => isTitle(item, this.#lexicon), this.#lexicon)
    const last = this.#tables.at(-1)
    const before = caption.title === undefined && this.#last === 'table' && last?.plan !== undefined ? last : undefined
    if ((caption.title === undefined && this.#form.isOpen) || this.#waiting.some(({ text }) => namesSheet(text.text, this.#lexicon))) {
      this.#flush()
      for (const row of block.rows) this.#place(looseLine(row))
      return
    }
    this.#closeForm()
    const role = this.#lexicon.role(before?.role ?? (caption.title === undefined ? '' : (this.#lexicon.tableTitle(caption.title.text)?.id ?? '')))
    const whole = before?.loose && withPage(before.loose, block, heads)
    if (before !== undefined && whole !== undefined && role !== undefined && this.#addPage(before, whole, role)) return
    const read = role === undefined ? undefined : looseTable(block, { role, lexicon: this.#lexicon, heads, evidence: this.#evidence((before?.caption ?? caption).unit?.text), ...(before?.plan && { before: before.plan }) })
    if (read === undefined || role === undefined) {
      this.#addUnread(block)
      return
    }
    this.#waiting = [...rest]
    this.#flush()
    this.#attach(caption.number)
    this.#last = 'table'
    this.#extra.push(...read.extra)
    if (before !== undefined && before.matrix.width === read.matrix.width) this.#tables[this.#tables.length - 1] = { ...before, matrix: { ...before.matrix, rows: [...before.matrix.rows, ...read.matrix.rows.slice(1)] } }
    else this.#tables.push({ matrix: read.matrix, role: role.id, caption, notes: [], ...(read.plan && { plan: read.plan, loose: { grid: block, heads, extra: read.extra } }) })
  }

  /** Reads a table of loose rows anew with those of its next page: what they add up to may tell more. */
  #addPage(before: PendingTable, { grid, heads, extra }: LoosePages, role: TableRole): boolean {
    const read = looseTable(grid, { role, lexicon: this.#lexicon, heads, evidence: this.#evidence(before.caption.unit?.text) })
    if (read?.plan === undefined) return false
    this.#waiting = []
    this.#extra = [...this.#extra.filter((one) => !extra.includes(one)), ...read.extra]
    this.#tables[this.#tables.length - 1] = { ...before, matrix: read.matrix, plan: read.plan, loose: { grid, heads, extra: read.extra } }
    return true
  }

  /** Loose rows without a known title: a table if they have headings of their own, else not recognised. */
  #addUnread(block: GridBlock): void {
    if (block.headings) {
      const caption = this.#takeCaption()
      this.#addPart(contentOf(bareGrid(matrixOf(block), this.#lexicon), caption, this.#lexicon))
      return
    }
    this.#flush()
    this.#last = 'text'
    this.#extra.push({ kind: 'grid', grid: block.rows.map((row) => row.cells.map(({ text }) => text)) })
  }

  #addPart(part: GridPart['content']): void {
    if (part.kind === 'overall' && this.#overall !== undefined) this.#addPart(part.otherwise)
    else if (part.kind === 'overall') {
      this.#overall = part.read.form
      this.#extra.push(...part.read.extra)
      this.#last = 'overall'
    } else if (part.kind === 'project') {
      this.#projects.push(part.read.form)
      this.#extra.push(...part.read.extra)
      this.#last = 'project'
    } else if (part.kind === 'project-list') {
      this.#projects.push(...part.read)
      this.#last = 'project'
    } else if (part.bare.matrix.rows.some((row) => filled(row).length > 0)) this.#addTable(part.bare, part.caption)
  }

  #addTable(bare: BareGrid, caption: Caption): void {
    const role = caption.title === undefined ? undefined : this.#lexicon.tableTitle(caption.title.text)?.id
    const before = this.#last === 'table' ? this.#tables.at(-1) : undefined
    this.#last = 'table'
    if (before !== undefined && continues(before, bare.matrix, caption, this.#lexicon)) {
      const rows = [...before.matrix.rows, ...bare.matrix.rows.slice(repeatedHeadings(before.matrix, bare.matrix))]
      this.#tables[this.#tables.length - 1] = { ...before, matrix: { ...before.matrix, rows }, notes: [...before.notes, ...bare.notes] }
    } else if (isHopeless(bare.matrix) && !(role !== undefined && isHeadingAlone(bare.matrix))) {
      this.#extra.push({ kind: 'grid', grid: [...(caption.title ? [[caption.title]] : []), ...bare.matrix.rows.map((row) => row.cells)] })
    } else {
      this.#tables.push({ matrix: bare.matrix, role, caption, notes: [...(this.#noteAbove ? [this.#noteAbove.text] : []), ...bare.notes] })
      this.#noteAbove = undefined
    }
  }

  /** Takes from the waiting lines those that are the caption of the grid that comes now; the others are text. */
  #takeCaption(): Caption {
    let caption: Caption = {}
    let at = this.#waiting.length
    for (; at > 0; at -= 1) {
      const block = this.#waiting[at - 1] as TextItem
      const { text } = block
      const parts = captionParts(text, this.#lexicon)
      const year = yearLine(text)
      if (parts !== undefined && !isAttachment(text.text, this.#lexicon)) caption = { ...parts, ...caption }
      else if (year !== undefined) caption = { year, ...caption }
      else if (caption.title === undefined && this.#isNoteUnderTitle(text, this.#waiting.slice(0, at - 1))) this.#noteAbove = block
      else if (caption.title === undefined && (isTitle(block, this.#lexicon) || (caption.unit !== undefined && block.kind === 'paragraph' && isName(text.text)))) caption = { ...splitTitle(text), ...caption }
      else break
    }
    const heading = this.#waiting[at - 1]
    this.#waiting = this.#waiting.slice(0, at)
    this.#flush()
    if (this.#last === 'text' && this.#above !== undefined && announcesTable(this.#above.text)) caption = { ...caption, lead: this.#above }
    return caption.title === undefined && heading?.kind === 'heading' ? { ...caption, title: heading.text } : caption
  }

  /** A remark between the title of a table and its rows. */
  #isNoteUnderTitle({ text }: MappedText, lines: readonly TextItem[]): boolean {
    const last = lines.at(-1)
    const titled = last !== undefined && captionParts(last.text, this.#lexicon)?.title !== undefined
    return isNote(text, this.#lexicon) && (titled || endsWithTitle(lines, (line) => isTitle(line, this.#lexicon), this.#lexicon))
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const part of titledText(waiting, (block) => isTitle(block, this.#lexicon), { lexicon: this.#lexicon, evidence: this.#evidence })) {
      if ('caption' in part) this.#tables.push({ ...part, notes: [] })
      else this.#place(part)
    }
  }

  #place(block: TextItem): void {
    if (this.#form.takes(block)) return
    this.#closeForm()
    this.#put(block)
  }

  /** Text that began with the title of a form: a form whose cells were lost, or just text. */
  #closeForm(): void {
    const { lines, isForm } = this.#form.close()
    const sheets = projectSheets(lines, this.#lexicon)
    sheets?.before.forEach((line) => this.#put(line))
    sheets?.sheets.forEach(({ matrix, caption, after }) => {
      this.#addPart(contentOf(bareGrid(matrix, this.#lexicon), caption, this.#lexicon))
      after.forEach((line) => this.#put(line))
    })
    if (sheets) return
    if (isForm) this.#extra.push({ kind: 'grid', grid: lines.map(({ text }) => [text]) })
    else for (const line of lines) this.#put(line)
  }

  #put(block: TextItem): void {
    const { text } = block
    this.#last = 'text'
    this.#above = block.kind === 'heading' ? undefined : text
    if (block.kind === 'heading') this.#tree.heading(text, block.level)
    else if (this.#attach(text)) return
    else if (isFigure(text.text, this.#lexicon)) this.#captions.push({ text })
    else if (isFlattenedForm(text.text, this.#lexicon)) this.#extra.push({ kind: 'grid', grid: [[text]] })
    else if (isNote(text.text, this.#lexicon) && text.text.length <= 100) this.#notes.push(textBlock(block))
    else this.#tree.paragraph(textBlock(block))
  }

  #attach(label: MappedText | undefined): boolean {
    const attached = label !== undefined && isAttachment(label.text, this.#lexicon)
    if (attached) this.#attachments.push({ label: trimColon(label) })
    return attached
  }

  result() {
    this.#flush()
    this.#closeForm()
    const tables: Mapped<Table>[] = this.#tables.map(({ matrix, role, caption, notes }) =>
      this.#memory.keep(`table ${caption.title?.text ?? ''} ${matrix.rows[0]?.cells.map(({ text }) => text).join('\t') ?? ''}`, { matrix, name: { role, caption, notes } }, (table) => readTable(table.matrix, table.name, this.#lexicon)))
    return {
      tables,
      sections: this.#tree.result(),
      projects: this.#projects,
      overall: this.#overall,
      attachments: this.#attachments,
      captions: this.#captions,
      notes: this.#notes,
      extra: this.#extra,
    }
  }
}
