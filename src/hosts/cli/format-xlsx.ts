export { formatXlsx } from '../../index.ts'
