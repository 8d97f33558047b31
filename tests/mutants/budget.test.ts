import { mutantSuite } from './suite.ts'

await mutantSuite('unit-budget.clean')
