import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** The form of a type, comparable between TypeScript and JSON Schema: `text`, `#row`, `[#row]`, `{text}`, `a|b`. */
export type Shape = string

/** Members of an interface or object schema: the shape of each, with `?` where it may be absent. */
export type Members = Readonly<Record<string, Shape>>

/** Every interface of the files, by name in lower camel case; literal unions and other aliases are expanded where used. */
export function typeShapes(files: readonly URL[]): ReadonlyMap<string, Members> {
  const sources = files.map((file) => ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  const statements = sources.flatMap((source) => [...source.statements])
  const interfaces = new Map(statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]))
  const aliases = new Map(statements.filter(ts.isTypeAliasDeclaration).map((node) => [node.name.text, node]))

  const shape = (node: ts.TypeNode): Shape => {
    if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) return shape(node.type)
    if (ts.isArrayTypeNode(node)) return `[${shape(node.elementType)}]`
    if (ts.isTupleTypeNode(node)) return `[${node.elements.map((part) => shape(ts.isNamedTupleMember(part) ? part.type : part)).join(',')}]`
    if (ts.isUnionTypeNode(node)) return union(node.types.map(shape))
    if (ts.isLiteralTypeNode(node)) return node.literal.getText().replaceAll("'", '')
    if (ts.isTypeLiteralNode(node)) return inline(members(node.members))
    if (ts.isTypeReferenceNode(node)) return reference(node)
    return PRIMITIVES[node.getText()] ?? node.getText()
  }
  const reference = (node: ts.TypeReferenceNode): Shape => {
    const name = node.typeName.getText()
    const [first, second] = node.typeArguments ?? []
    if (name === 'Readonly' && first) return shape(first)
    if (name === 'Record' && second) return `{${shape(second)}}`
    if (name === 'Phased' && first) return `#phased${PHASED[shape(first)] ?? '?'}`
    const alias = aliases.get(name)
    return alias ? shape(alias.type) : `#${camel(name)}`
  }
  const members = (nodes: ts.NodeArray<ts.TypeElement>): Members =>
    Object.fromEntries(nodes.filter(ts.isPropertySignature).map((node) => [node.name.getText().replaceAll("'", ''), (node.type ? shape(node.type) : '?') + (node.questionToken ? '?' : '')]))
  const all = (node: ts.InterfaceDeclaration): Members => {
    const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => interfaces.get(type.expression.getText())))
    return Object.assign({}, ...bases.map((base) => (base ? all(base) : {})), members(node.members)) as Members
  }
  return new Map([...interfaces].map(([name, node]) => [camel(name), all(node)]))
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly default?: unknown
  readonly description?: string
}

/** Every object of a schema, by the name of its definition; the root under `root`. */
export function schemaShapes(schema: Schema, root: string): ReadonlyMap<string, Members> {
  const shape = (node: Schema): Shape => {
    if (node.$ref !== undefined) {
      const name = node.$ref.replace('#/$defs/', '')
      const target = schema.$defs?.[name] ?? {}
      return target.properties ? `#${name}` : shape(target)
    }
    if (node.anyOf) return union(node.anyOf.map(shape))
    if (node.enum) return union(node.enum)
    if (node.const !== undefined) return String(node.const)
    if (node.items) return node.maxItems === undefined ? `[${shape(node.items)}]` : `[${Array<string>(node.maxItems).fill(shape(node.items)).join(',')}]`
    if (node.properties) return inline(members(node))
    if (typeof node.additionalProperties === 'object') return `{${shape(node.additionalProperties)}}`
    return union([node.type ?? []].flat().map((type) => (type === 'integer' ? 'number' : type)))
  }
  const members = (node: Schema): Members =>
    Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, part]) => [name, shape(part) + (node.required?.includes(name) || part.default !== undefined ? '' : '?')]))
  const definitions = Object.entries(schema.$defs ?? {}).filter(([, node]) => node.properties)
  return new Map([[root, members(schema)], ...definitions.map(([name, node]) => [name, members(node)] as const)])
}

/** Properties of a schema, at any depth, that have no description in Chinese and English. */
export function undescribed(schema: Schema, path = ''): readonly string[] {
  const properties = Object.entries(schema.properties ?? {})
  const wrong = properties.filter(([, part]) => !/\p{Script=Han}.* \/ .*[A-Za-z]/u.test(part.description ?? '')).map(([name]) => `${path}/${name}`)
  const inner = [...properties, ...Object.entries(schema.$defs ?? {}), ...(schema.items ? [['[]', schema.items] as const] : []), ...(typeof schema.additionalProperties === 'object' ? [['{}', schema.additionalProperties] as const] : [])]
  return [...wrong, ...inner.flatMap(([name, part]) => undescribed(part, `${path}/${name}`))]
}

const PRIMITIVES: Readonly<Record<string, Shape>> = { string: 'string', number: 'number', boolean: 'boolean', unknown: '' }
const PHASED: Readonly<Record<Shape, string>> = { string: 'Text', 'number|string': 'Printed', '#indicatorHalf': 'Half' }

function union(shapes: readonly Shape[]): Shape {
  return [...new Set(shapes)].sort().join('|')
}

function inline(members: Members): Shape {
  return `(${Object.entries(members).map(([name, shape]) => `${name}: ${shape}`).sort().join('; ')})`
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
