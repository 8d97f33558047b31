import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { DisclintError, type Suppression } from '../../index.ts'
import { exists } from '../../files/node.ts'
import { readText, save } from './inputs.ts'
import type { CommandIo } from './io.ts'

/** Adds entries to a suppressions file, made where there is none. Comments and order stay; an entry for the same finding is replaced. */
export async function addSuppressions(path: string, entries: readonly Suppression[], io: CommandIo): Promise<void> {
  const document = await documentAt(path, io)
  const list = document.get('suppressions')
  const nodes = entries.map((entry) => document.createNode(entry))
  if (isSeq(list)) {
    const replaced = new Set(entries.map(keyOf))
    list.items = list.items.filter((item) => !isMap(item) || !replaced.has(keyOf(item.toJSON() as Suppression)))
    list.flow = false
    for (const node of nodes) list.add(node)
  } else document.set('suppressions', document.createNode(entries))
  await save(path, document.toString({ lineWidth: 0 }), io)
}

/** Takes the entries with these numbers (from 0) out of a suppressions file. */
export async function removeSuppressions(path: string, numbers: ReadonlySet<number>, io: CommandIo): Promise<void> {
  const document = await documentAt(path, io)
  const list = document.get('suppressions')
  if (isSeq(list)) list.items = list.items.filter((_, index) => !numbers.has(index))
  await save(path, document.toString({ lineWidth: 0 }), io)
}

async function documentAt(path: string, io: CommandIo): Promise<Document> {
  const text = (await exists(path, io.cwd)) ? await readText(path, io) : ''
  const document = parseDocument(text)
  const list = isMap(document.contents) ? document.get('suppressions') : undefined
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)) || (list !== undefined && list !== null && !isSeq(list))) {
    throw new DisclintError('suppressions-syntax', { zh: '不予采纳清单写法不对，没有改动它', en: 'the suppressions file is malformed and was left as it is' }, { path })
  }
  return document
}

function keyOf({ rule, fingerprint }: Pick<Suppression, 'rule' | 'fingerprint'>): string {
  return `${rule} ${fingerprint}`
}
