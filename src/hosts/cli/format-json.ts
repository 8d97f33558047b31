export { formatJson } from '../../index.ts'
