export { formatStylish } from '../../index.ts'
