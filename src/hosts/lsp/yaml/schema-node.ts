/** A JSON Schema, as far as help while typing needs it. */
export interface SchemaNode {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: boolean | SchemaNode
  readonly items?: SchemaNode | false
  readonly prefixItems?: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly $defs?: Readonly<Record<string, SchemaNode>>
}

export type Path = readonly (string | number)[]

/** What may stand at a path, each alternative by itself and without references. */
export function schemasAt(root: SchemaNode, path: Path): readonly SchemaNode[] {
  return path.reduce<readonly SchemaNode[]>((nodes, step) => [...new Set(nodes.flatMap((node) => alternatives(root, inside(node, step))))], alternatives(root, [root]))
}

/** The texts that describe what stands at a path, the nearest first. */
export function descriptionsAt(root: SchemaNode, path: Path): readonly string[] {
  const step = path.at(-1)
  if (step === undefined) return root.description === undefined ? [] : [root.description]
  const named = schemasAt(root, path.slice(0, -1)).flatMap((node) => inside(node, step))
  return [...new Set(named.flatMap((node) => node.description ?? dereferenced(root, node)?.description ?? []))]
}

function inside(node: SchemaNode, step: string | number): readonly SchemaNode[] {
  if (typeof step === 'number') {
    const item = node.prefixItems?.[step] ?? node.items
    return item ? [item] : []
  }
  const own = node.properties && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined
  if (own) return [own]
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []
}

function alternatives(root: SchemaNode, nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const found = new Set<SchemaNode>()
  const add = (node: SchemaNode): void => {
    if (found.has(node)) return
    found.add(node)
    const target = dereferenced(root, node)
    if (target) add(target)
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]) add(part)
  }
  nodes.forEach(add)
  return [...found]
}

/** References are only ever to the definitions of the schema itself. */
function dereferenced(root: SchemaNode, { $ref }: SchemaNode): SchemaNode | undefined {
  const name = $ref?.startsWith('#/$defs/') ? $ref.slice('#/$defs/'.length) : undefined
  return name === undefined ? undefined : root.$defs?.[name]
}
