/** Throws, with the first difference, unless each check failed in each file as often as planted, `copies` times over. */
export function verify(name, { checks, counts }, { planted }, copies) {
  const found = counts()
  for (const [file, defects] of Object.entries(planted)) {
    for (const check of checks) {
      const [got, wanted] = [found[file]?.[check] ?? 0, (defects[check] ?? 0) * copies]
      if (got !== wanted) throw new Error(`${name}: ${check} was found ${got} times in ${file}, planted ${wanted} times. Nothing is measured.`)
    }
  }
}
