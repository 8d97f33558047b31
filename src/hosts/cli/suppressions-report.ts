export { readSuppressions, suppressionNotes, withSuppressionNotes } from '../../index.ts'
