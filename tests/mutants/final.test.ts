import { mutantSuite } from './suite.ts'

mutantSuite('final-accounts.clean')
