export { formatJunit } from '../../index.ts'
