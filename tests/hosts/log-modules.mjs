// Preloaded with --import: writes the path or URL of every module that is loaded to the file $LOADED names.
import fs from 'node:fs'
import { register, syncBuiltinESMExports } from 'node:module'

const hooks = `
import { appendFileSync } from 'node:fs'
export async function load(url, context, next) {
  appendFileSync(process.env.LOADED, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

// The bundle's CommonJS files are read, not imported.
const { readFileSync } = fs
fs.readFileSync = (path, ...more) => {
  if (String(path).endsWith('.cjs')) fs.appendFileSync(process.env.LOADED, `${path}\n`)
  return readFileSync(path, ...more)
}
syncBuiltinESMExports()
