import { seeded } from '../../tests/mutants/random.ts'
import { minimised } from './minimise.ts'
import type { Target, TargetName } from './targets.ts'

/** An input that broke something, as small as it could be made. */
export interface Crash {
  readonly target: TargetName
  readonly seed: number
  readonly number: number
  readonly what: string
  readonly input: Uint8Array
}

/** The input of a case: the same for the same target, seed and number. */
export function caseOf(target: Target, name: TargetName, seed: number, number: number): Uint8Array {
  return target.make(seeded(seed, `${name} ${number}`))
}

/** Runs a case; what it broke, if anything, with the smallest input found that breaks in the same way. */
export async function attempt(target: Target, name: TargetName, seed: number, number: number): Promise<Crash | undefined> {
  const input = caseOf(target, name, seed, number)
  const broken = async (bytes: Uint8Array): Promise<string | undefined> => {
    try {
      await target.run(bytes, number)
      return undefined
    } catch (error) {
      return told(error)
    }
  }
  const what = await broken(input)
  if (what === undefined) return undefined
  const kind = kindOf(what)
  return { target: name, seed, number, what, input: await minimised(input, async (bytes) => kindOf((await broken(bytes)) ?? '') === kind) }
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.constructor.name}: ${error.stack?.split('\n').slice(0, 6).join('\n') ?? error.message}` : String(error)
}

/** Crashes of one kind differ in figures and names only. */
function kindOf(what: string): string {
  return (what.split('\n')[0] ?? '').replace(/\d+|"[^"]*"/g, '#')
}
