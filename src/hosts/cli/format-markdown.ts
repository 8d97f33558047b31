export { formatMarkdown } from '../../index.ts'
