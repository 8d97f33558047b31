import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const NAME = 'virtual:disclint-sheet'
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Our own modules only export: what is not used of them is left out. */
const OWN = /[\\/]src[\\/](?!hosts[\\/]page[\\/].*main\.ts$)|virtual:disclint/

/**
 * Makes dynamic imports of our modules static: one script holds all of them anyway, and the bundler (1.0.0-rc.17) leaves the constants of
 * modules unset that are imported both ways.
 */
function staticImports() {
  return {
    name: 'disclint-static-imports',
    transform(code, id) {
      if (!OWN.test(id) || !/\bimport\(/.test(code)) return undefined
      const names = []
      const body = code.replace(/(?<!typeof )\bimport\((['"][^'"]+['"])\)/g, (_all, target) => `Promise.resolve(imported${names.push(target) - 1})`)
      return names.map((target, index) => `import * as imported${index} from ${target}\n`).join('') + body
    },
  }
}

/** A browser script as one classic script, minified. */
export async function browserScript(input, plugins = []) {
  const bundle = await rolldown({ input: at(input), platform: 'browser', plugins: [...plugins, staticImports()], logLevel: 'silent', resolve: { conditionNames: ['worker', 'import', 'default'] }, treeshake: { moduleSideEffects: [{ test: OWN, sideEffects: false }] } })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  await bundle.close()
  return output[0].code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

/** The style sheets of the review sheet, without comments and indentation. */
export function sheetStyle() {
  const names = ['tokens', 'layout', 'panel', 'paper', 'coverage', 'print']
  return names.map((name) => readFileSync(at(`src/formatters/html/style/${name}.css`), 'utf8')).join('').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n')
}

/** As a content security policy names an inline script or style. */
export function policyHash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Makes `virtual:disclint-sheet`: what the review sheet needs in the browser, as text to put into the page. */
export function sheetAssets() {
  return {
    name: 'disclint-sheet',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      const script = await browserScript('src/hosts/page/sheet/main.ts')
      const style = sheetStyle()
      const members = { script, scriptHash: policyHash(script), style, styleHash: policyHash(style) }
      return Object.entries(members).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}`).join('\n')
    },
  }
}
