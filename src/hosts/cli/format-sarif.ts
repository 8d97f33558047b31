export { formatSarif } from '../../index.ts'
