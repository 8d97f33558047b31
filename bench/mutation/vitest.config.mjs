import project from '../../vitest.config.ts'
import { chosenScope } from './scopes.mjs'

const { tests } = chosenScope()

/** A mutant is dead with the first test that fails, so the quick ones run first. */
class InOrder {
  sort(files) {
    const rank = ({ moduleId }) => tests.findIndex((pattern) => moduleId.includes(pattern.split('*', 1)[0]))
    return files.toSorted((a, b) => rank(a) - rank(b))
  }
  shard(files) {
    return files
  }
}

export default { ...project, test: { ...project.test, include: tests, sequence: { sequencer: InOrder } } }
