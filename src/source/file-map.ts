import type { SourceMap } from './segment.ts'

/** The part of a source map whose strings stand in one of its files, as that file's own map. */
export function mapOfFile(map: SourceMap, file: string): SourceMap {
  const own = [...map.strings].filter(([, segments]) => (segments[0]?.file ?? map.file) === file)
  return { ...map, file, strings: new Map(own.map(([pointer, segments]) => [pointer, segments.map(({ from, to, anchor }) => ({ from, to, anchor }))])) }
}
