import { mutantSuite } from './suite.ts'

mutantSuite('unit-budget.clean')
