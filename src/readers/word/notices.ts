import type { Place } from '../../core/place.ts'
import type { Notice } from '../block.ts'
import type { WordParts } from './body.ts'
import type { Inline } from './inline.ts'

/** Adds what a paragraph carries beside its visible text. A comment counts where it is met first. */
export function addNotices(inline: Inline, place: Place, { comments }: Pick<WordParts, 'comments'>, notices: Notice[], noted: Set<string>): void {
  const whole = inline.text.length
  const here: Place = place.kind === 'paragraph' ? { ...place, to: whole } : place
  if (inline.deleted.trim() !== '') notices.push({ kind: 'deletion', text: inline.deleted, place: here })
  if (inline.inserted.trim() !== '') notices.push({ kind: 'insertion', text: inline.inserted, place: here })
  if (inline.hidden.trim() !== '') notices.push({ kind: 'hidden-text', text: inline.hidden, place: here })
  if (inline.struck.trim() !== '') notices.push({ kind: 'struck-text', text: inline.struck, place: here })
  for (const program of inline.objects) notices.push({ kind: 'embedded-object', text: program, place: here })
  for (let i = 0; i < inline.pictures; i += 1) notices.push({ kind: 'picture', text: '', place: here })
  for (const id of inline.comments) {
    const comment = comments.get(id)
    if (comment === undefined || noted.has(id)) continue
    noted.add(id)
    notices.push({ kind: 'comment', text: comment.author === '' ? comment.text : `${comment.author}：${comment.text}`, place: here })
  }
}
