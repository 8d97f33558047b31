export { formatGitlab } from '../../index.ts'
