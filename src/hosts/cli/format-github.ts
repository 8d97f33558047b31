export { formatGithub } from '../../index.ts'
