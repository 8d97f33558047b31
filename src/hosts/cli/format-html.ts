export { formatHtml } from '../../index.ts'
