// The catalogue of checks against the rules: which rules do each, what is left out and why.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { RuleDefinition } from '../src/ruleset/definition.ts'

/** One check of the catalogue: the rules that do it (all of it, or a part), or the reason why none does. */
export interface CatalogueCheck {
  readonly title: string
  readonly rules?: readonly string[]
  readonly part?: true
  readonly left?: string
  readonly reason?: string
}

/** Checks by their number. */
export function readCatalogue(): ReadonlyMap<number, CatalogueCheck> {
  const { checks } = parse(readFileSync('tools/catalogue.yaml', 'utf8')) as { checks: Record<string, CatalogueCheck> }
  return new Map(Object.entries(checks).map(([number, check]) => [Number(number), check]))
}

/** docs/rules/not-automated.md: what is left to people, what is done in part, which rule does what, and rules beyond the catalogue. */
export function notAutomatedPage(checks: ReadonlyMap<number, CatalogueCheck>, rules: readonly RuleDefinition[]): string {
  const all = [...checks]
  const link = (id: string): string => `[${id}](zh/${id}.md)`
  const links = (ids: readonly string[] = []): string => ids.map(link).join('、')
  const none = all.filter(([, check]) => !check.rules).map(([number, { title, reason }]) => `| ${number} | ${title} | ${reason ?? ''} |`)
  const part = all.filter(([, check]) => check.part).map(([number, { title, rules: ids, left }]) => `| ${number} | ${title} | ${links(ids)} | ${left ?? ''} |`)
  const done = all.filter(([, check]) => check.rules && !check.part).map(([number, { title, rules: ids }]) => `| ${number} | ${title} | ${links(ids)} |`)
  const known = new Set(all.flatMap(([, check]) => check.rules ?? []))
  const beyond = rules.filter(({ id }) => !known.has(id)).map(({ id, title }) => `| ${link(id)} | ${title.zh} |`)
  const table = (head: string, rows: readonly string[]): string => [head, head.replace(/[^|]+/g, '---'), ...rows].join('\n')
  return `<!-- Generated from tools/catalogue.yaml: do not edit. -->

# 哪些检查没有自动化

审核人员逐项核对公开文件时要做的 ${all.length} 项检查：${done.length} 项由规则完成，${part.length} 项完成一部分，${none.length} 项留给人。程序没有查的，不能当作没有问题。

## 留给人的检查

${table('| 编号 | 检查 | 为什么没有自动化 |', none)}

## 只完成一部分的检查

${table('| 编号 | 检查 | 规则 | 留给人的部分 |', part)}

## 由规则完成的检查

${table('| 编号 | 检查 | 规则 |', done)}

## 清单之外的规则

${table('| 规则 | 查什么 |', beyond)}
`
}
