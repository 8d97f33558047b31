import type { Asked } from '../../facts/asked.ts'
import type { CompiledCondition, CompiledRange, CompiledSource } from '../compiled.ts'
import { ATTRIBUTE } from '../node.ts'
import type { ConditionNode, Node, RangeNode, SourceNode } from '../node.ts'
import { holds } from '../verdicts.ts'
import type { CompileNode } from './expression.ts'
import { isFixed } from './fixed.ts'
import { sourcesOf } from './kinds-read.ts'

const OWN: ReadonlySet<string> = new Set([ATTRIBUTE])

/** The list a condition asks the attribute to be in. */
function listOf(test: Node): Node | undefined {
  const [attribute, list] = test.node === 'call' && test.operator.name === 'in' ? test.operands : []
  return attribute?.node === 'read' && attribute.name === ATTRIBUTE && attribute.path.length === 0 ? list : undefined
}

function compileAttributeTest(condition: ConditionNode, compile: CompileNode): CompiledCondition {
  const bare = compile.condition ?? compile
  const test = bare(condition.test)
  const equals = condition.equals && bare(condition.equals)
  const list = listOf(condition.test)
  return {
    path: condition.path,
    ...(equals && { equals }),
    ...(list && { among: bare(list) }),
    fixed: isFixed(condition.test, OWN),
    test: (attribute, environment) => holds(test(environment.bind(ATTRIBUTE, attribute))),
  }
}

/** Where two texts are equal as soon as their characters are: a figure can be written otherwise. */
const FIGURE = /\p{N}/u

/** The texts one of which the attribute must be, where the rule writes them all out. */
function textsAsked({ equals, test }: ConditionNode): readonly string[] | undefined {
  const list = listOf(test)
  const nodes = equals ? [equals] : list?.node === 'list' ? list.members : []
  const texts = nodes.flatMap((node) => (node.node === 'literal' && node.value.type === 'text' && !FIGURE.test(node.value.text) ? [node.value.text] : []))
  return nodes.length > 0 && texts.length === nodes.length ? texts : undefined
}

/** What a source asks items to say of themselves. */
function askedOf({ conditions }: SourceNode): Asked {
  return Object.fromEntries(conditions.flatMap((condition) => {
    const [attribute, ...more] = condition.path
    const texts = attribute !== undefined && more.length === 0 ? textsAsked(condition) : undefined
    return attribute !== undefined && texts ? [[attribute, texts] as const] : []
  }))
}

export function compileSource(source: SourceNode, compile: CompileNode): CompiledSource {
  const { kind, pattern, except, from, table } = source
  const asked = askedOf(source)
  return {
    kind,
    except,
    conditions: source.conditions.map((condition) => compileAttributeTest(condition, compile)),
    ...(pattern !== undefined && { pattern }),
    ...(from && { from }),
    ...(table !== undefined && { table }),
    ...(Object.keys(asked).length > 0 && { asked }),
  }
}

export function compileRange(range: RangeNode, compile: CompileNode): CompiledRange {
  switch (range.form) {
    case 'once': return range
    case 'each': return { form: 'each', source: compileSource(range.source, compile), as: range.as }
    case 'pair': return {
      form: 'pair',
      a: { name: range.a.name, source: compileSource(range.a.source, compile) },
      b: { name: range.b.name, source: compileSource(range.b.source, compile) },
      rounds: range.rounds,
    }
    case 'group': {
      const { by, atLeast, as, near } = range
      return {
        form: 'group', source: compileSource(range.source, compile), by, atLeast, as,
        ...(near && { near: { by: near.by, distance: compile(near.distance), ...(near.longerThan && { longerThan: compile(near.longerThan) }) } }),
      }
    }
  }
}

/** Table roles, `project`, `previous` … without which a range finds nothing. */
export function needsOf(range: RangeNode): readonly string[] {
  return [...new Set(sourcesOf(range).flatMap(({ kind, table, from }) => [
    ...(from ? [from] : []),
    ...(table === undefined ? [] : [table]),
    ...(kind === 'project' || kind === 'indicator' || kind === 'fund' ? ['project'] : []),
  ]))]
}
