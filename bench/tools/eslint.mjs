// The ten checks as an ESLint plugin over @eslint/json: each rule asks the hand-written check of the parsed value and finds the node
// of each place. A rule that walked the nodes itself would cost more.
import { CHECKS } from '../checks.mjs'

const values = new WeakMap()

function valueOf(sourceCode) {
  if (!values.has(sourceCode)) values.set(sourceCode, JSON.parse(sourceCode.text))
  return values.get(sourceCode)
}

function nodeAt(body, path) {
  return path.reduce((node, key) => (node.type === 'Array' ? node.elements[key].value : node.members.find(({ name }) => name.value === key).value), body)
}

const rule = (check, k) => ({
  meta: { type: 'problem', schema: [], messages: { fails: 'The check fails here.' } },
  create: (context) => ({
    Document(node) {
      for (const path of check(valueOf(context.sourceCode), k)) context.report({ loc: nodeAt(node.body, path).loc, messageId: 'fails' })
    },
  }),
})

/** A configuration with the checks `copies` times. */
export function eslintConfig(json, copies) {
  const rules = copies.flatMap((k) => Object.entries(CHECKS).map(([id, check]) => [`${id}-${String(k)}`, rule(check, k)]))
  return [{ files: ['**/*.json'], language: 'json/json', plugins: { json, bench: { rules: Object.fromEntries(rules) } }, rules: Object.fromEntries(rules.map(([id]) => [`bench/${id}`, 'error'])) }]
}
