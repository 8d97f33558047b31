import { mutantSuite } from './suite.ts'

await mutantSuite('final-accounts.clean')
