const MOST_TRIES = 400

/** Takes ever smaller pieces out of an input as long as it stays broken. */
export async function minimised(input: Uint8Array, broken: (bytes: Uint8Array) => Promise<boolean>): Promise<Uint8Array> {
  let smallest = input
  let tries = 0
  for (let size = Math.ceil(input.length / 2); size >= 1 && tries < MOST_TRIES; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < smallest.length && tries < MOST_TRIES; tries += 1) {
      const without = new Uint8Array([...smallest.subarray(0, at), ...smallest.subarray(at + size)])
      if (await broken(without)) smallest = without
      else at += size
    }
  }
  return smallest
}
