import type { Notice } from '../block.ts'
import type { OfficePackage } from './package.ts'
import { childAt, textIn } from './xml.ts'

/** Names of people in a file's properties (docProps/core.xml). */
export function authorNotices(office: OfficePackage): readonly Notice[] {
  const part = office.related('', 'core-properties')
  const core = part === undefined ? undefined : office.xml(part)
  const names = ['dc:creator', 'cp:lastModifiedBy'].flatMap((name) => {
    const element = childAt(core, name)
    const text = element === undefined ? '' : textIn(element).trim()
    return text === '' ? [] : [text]
  })
  return [...new Set(names)].map((text) => ({ kind: 'author', text }))
}
