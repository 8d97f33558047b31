export { formatDocx } from '../../index.ts'
