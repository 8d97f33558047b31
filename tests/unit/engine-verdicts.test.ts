import { describe, expect, it } from 'vitest'
import type { GapReason, Verdict } from '../../src/core/verdict.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Item } from '../../src/facts/item.ts'
import { readPath } from '../../src/facts/path.ts'
import type { Outcome } from '../../src/facts/value.ts'
import type { CompiledExpression, CompiledRange } from '../../src/ruleset/compiled.ts'
import { equalPair } from '../../src/ruleset/operators/equal-pair.ts'
import { figure, item, message, model, rule, run, source, text } from './engine-helpers.ts'

const attribute = (name: string, ...path: string[]): CompiledExpression => (environment) => readPath(environment.lookup(name), path)
const equal = (a: CompiledExpression, b: CompiledExpression): CompiledExpression => (environment) => equalPair(a(environment), b(environment), environment)
const each: CompiledRange = { form: 'each', source: source('share'), as: '占' }
const outcome = (verdict: Verdict, more: Partial<Outcome> = {}): Outcome => ({ type: 'verdict', verdict, inputs: [{ ref: { pointer: '/p' }, text: '1' }], ...more })
const claim = (pointer: string, percent: string, base: string, more: Parameters<typeof item>[3] = {}): Item =>
  item('share', pointer, { percent: figure(percent, `${pointer}/percent`), base: figure(base, `${pointer}/base`) }, more)
const equalShare = equal(attribute('占', 'percent'), attribute('占', 'base'))

describe('severity', () => {
  const severityOf = (verdict: Verdict, more: object = {}, options: object = {}) =>
    run(rule('a/b', { cases: [{ range: { form: 'once' }, assert: () => outcome(verdict) }], definition: more }), model(), options).findings[0]?.severity

  it('follows certainty: an implausible result is a warning at most, rounding an info, an explainable one nothing', () => {
    expect(severityOf('impossible')).toBe('error')
    expect(severityOf('violated')).toBe('error')
    expect(severityOf('implausible')).toBe('warning')
    expect(severityOf('implausible', { severity: 'info' })).toBe('info')
    expect(severityOf('implausible', { severity: { impossible: 'error', implausible: 'info' } })).toBe('info')
    expect(severityOf('rounding')).toBe('info')
    expect(severityOf('explainable')).toBeUndefined()
    expect(severityOf('explainable', {}, { showRounding: true })).toBe('info')
  })

  it('can be lowered or switched off by configuration, and never raises a milder verdict', () => {
    expect(severityOf('impossible', {}, { severityOf: () => 'info' })).toBe('info')
    expect(severityOf('impossible', { severity: 'warning' }, { severityOf: () => 'error' })).toBe('error')
    expect(severityOf('implausible', {}, { severityOf: () => 'error' })).toBe('warning')
    expect(severityOf('impossible', {}, { severityOf: (_: string, address: string) => (address === '地址/p' ? 'off' : undefined) })).toBeUndefined()
  })
})

describe('doubt', () => {
  const doubted = (reading: 'inferred' | 'doubtful', percent = '5%') => {
    const doubtful = item('share', '/s', { percent: figure(percent, '/s/percent', '', reading), base: figure('6%', '/s/base') })
    return run(rule('a/b', { cases: [{ range: each, assert: equalShare }] }), model({ items: { share: [doubtful] } }))
  }

  it('makes a check on an inferred figure a warning at most, on a doubtful one no check', () => {
    expect(doubted('inferred').findings[0]?.severity).toBe('warning')
    expect(doubted('doubtful').findings).toEqual([])
    expect(doubted('doubtful').coverage[0]?.notEvaluated).toEqual([{ reason: 'doubtful-reading', count: 1 }])
  })

  it('lets a doubtful figure pass nothing either', () => {
    expect(doubted('doubtful', '6%').coverage[0]).toMatchObject({ passed: 0, notEvaluated: [{ reason: 'doubtful-reading', count: 1 }] })
  })
})

describe('readings', () => {
  const read = (first: Item, ...others: Item[]) => {
    const readable = item('share', '/s', { percent: first.get('percent'), base: first.get('base') }, { readings: others })
    return run(rule('a/b', { cases: [{ range: each, assert: equalShare, message: message(['占', 'percent'], ' ≠ ', ['占', 'base']) }] }), model({ items: { share: [readable] } }))
  }

  it('hold when one holds', () => {
    const { findings, coverage } = read(claim('/s', '5%', '6%'), claim('/s', '5%', '5%'))
    expect(findings).toEqual([])
    expect(coverage[0]?.passed).toBe(1)
  })

  it('fail only when all fail, tell the mildest, and show every try', () => {
    const { findings } = read(claim('/s', '5.00%', '9.00%'), claim('/s', '5%', '6%'), claim('/s', '5.00%', '8.00%'))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ verdict: 'implausible', message: '5% ≠ 6%' })
    expect(findings[0]?.trace?.steps).toHaveLength(3)
  })

  it('drop a reading that cannot be meant, and say nothing where one cannot be decided', () => {
    const other = (value: Outcome): CompiledExpression => (environment) => {
      const item = environment.lookup('占')
      return item.type === 'item' && item.item.text === 'other' ? value : outcome('impossible')
    }
    const gap = (reason: GapReason): ReturnType<typeof run> =>
      run(rule('a/b', { cases: [{ range: each, assert: other(outcome('not-evaluated', { reason })) }] }), model({ items: { share: [item('share', '/s', {}, { readings: [item('share', '/s', {}, { text: 'other' })] })] } }))
    expect(gap('units-differ').findings).toHaveLength(1)
    expect(gap('zero-base').findings).toEqual([])
    expect(gap('zero-base').coverage[0]?.notEvaluated).toEqual([{ reason: 'ambiguous', count: 1 }])
  })

  it('prefer the failing reading whose cause is recognised', () => {
    const readable = item('share', '/s', { percent: figure('5%', '/s/percent'), base: figure('9%', '/s/base') }, { readings: [claim('/s', '5%', '8%')] })
    const diagnosed = rule('a/b', { cases: [{ range: each, assert: equalShare, diagnose: [{ id: 'eight', if: equal(attribute('占', 'base'), () => figure('8%', '/x')), say: message('基数为八') }], message: message(['占', 'base']) }] })
    const { findings } = run(diagnosed, model({ items: { share: [readable] } }))
    expect(findings[0]).toMatchObject({ causeId: 'eight', message: '8%（基数为八）' })
  })

  it('are tried five at most', () => {
    const others = ['6%', '7%', '8%', '9%', '5%'].map((base) => claim('/s', '5%', base))
    expect(read(claim('/s', '5%', '4%'), ...others.slice(0, 4)).findings).toHaveLength(1)
    expect(read(claim('/s', '5%', '4%'), ...others).findings).toHaveLength(1)
  })
})

describe('coverage', () => {
  const covered = (...outcomes: Outcome[]) => run(rule('a/b', { cases: outcomes.map((value, index) => ({ id: String(index), range: { form: 'once' } as const, assert: () => value })) }), model()).coverage[0]

  it('counts what became of every check', () => {
    expect(covered(outcome('exact', { compared: 2 }), outcome('explainable'), outcome('impossible'), outcome('not-applicable'), outcome('not-evaluated', { reason: 'blank' }), outcome('not-evaluated', { reason: 'blank' }))).toEqual({
      ruleId: 'a/b', passed: 1, explainable: 1, failed: 1, notApplicable: 1, notEvaluated: [{ reason: 'blank', count: 2 }],
    })
  })

  it('counts no pass where a figure only agrees with blanks', () => {
    const blank = { ref: { pointer: '/b' }, text: '', quantity: { ...figure('0', '/b').quantity, blankAsZero: true as const } }
    expect(covered(outcome('exact', { compared: 1, inputs: [{ ref: { pointer: '/a' }, text: '0.00' }, blank] }))).toMatchObject({ passed: 0, notEvaluated: [{ reason: 'blank', count: 1 }] })
    expect(covered(outcome('exact', { compared: 1 }))).toMatchObject({ passed: 1 })
  })

  it('counts a check whose condition does not hold as not applicable, one whose condition is unknown as a gap', () => {
    const when = (value: Outcome) => run(rule('a/b', { cases: [{ range: { form: 'once' }, when: () => value, assert: () => outcome('impossible') }] }), model())
    expect(when(outcome('violated')).coverage[0]?.notApplicable).toBe(1)
    expect(when(outcome('not-evaluated', { reason: 'missing-row' })).coverage[0]?.notEvaluated).toEqual([{ reason: 'missing-row', count: 1 }])
    expect(when(outcome('exact')).findings).toHaveLength(1)
  })
})

describe('applies and needs', () => {
  const covering = (definition: object, disclosure: object = {}) => run(rule('a/b', { definition, cases: [{ range: { form: 'once' }, assert: () => outcome('impossible') }] }), model({ disclosure })).coverage[0]

  it('leave other documents alone', () => {
    for (const applies of [{ kind: ['final-accounts'] }, { level: ['department'] }, { region: ['示例省'] }, { years: '2027..' }, { years: '..2025' }]) expect(covering({ applies })).toMatchObject({ failed: 0, notApplicable: 1 })
    for (const applies of [{ kind: ['budget'] }, { level: ['unit'] }, { years: '2024..' }, { years: '2026' }, { years: '2025..2026' }]) expect(covering({ applies })).toMatchObject({ failed: 1 })
    expect(covering({ applies: { region: ['示例省'] } }, { entity: { name: 'x', level: 'unit', region: '示例省清河市' } })).toMatchObject({ failed: 1 })
  })

  it('say why a rule could not be decided', () => {
    const undated: Disclosure = { kind: 'budget', entity: { name: 'x', level: 'unit' }, extent: 'whole', tables: [], sections: [], projects: [] }
    const gaps: [object, object, GapReason][] = [
      [{ applies: { extent: 'whole' } }, { extent: 'excerpt' }, 'excerpt'],
      [{ applies: { extent: 'whole' } }, { extent: 'unknown' }, 'excerpt'],
      [{ needs: ['支出总表'] }, {}, 'missing-table'],
      [{ needs: ['project'] }, {}, 'missing-sheet'],
      [{ needs: ['previous'] }, {}, 'missing-document'],
    ]
    for (const [definition, disclosure, reason] of gaps) expect(covering(definition, disclosure)?.notEvaluated).toEqual([{ reason, count: 1 }])
    expect(run(rule('a/b', { definition: { applies: { years: '2026' } }, cases: [] }), { ...model(), disclosure: undated }).coverage[0]?.notEvaluated).toEqual([{ reason: 'year-unclear', count: 1 }])
  })
})

describe('trouble', () => {
  const fails = rule('z/fails', { cases: [{ range: { form: 'once' }, assert: () => outcome('violated') }] })

  it('of one rule is a problem; the others run', () => {
    const crash = rule('a/crash', { cases: [{ range: { form: 'once' }, assert: () => { throw new Error('boom') } }] })
    const { findings, problems } = run([crash, fails], model())
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['z/fails'])
    expect(problems.map(({ code }) => code)).toEqual(['rule-crashed'])
    expect(problems[0]?.message.zh).toContain('a/crash')
  })

  it('of size is a problem too, counted and not timed', () => {
    const many = rule('a/many', { cases: [{ range: each, assert: () => outcome('violated', { inputs: [] }) }] })
    const items = { share: Array.from({ length: 9 }, (_, index) => item('share', `/s/${index}`, {}, { text: `第${index}处` })) }
    const { findings, problems } = run(many, model({ items }), { limits: { checks: 5 } })
    expect(problems.map(({ code }) => code)).toEqual(['rule-limit'])
    expect(findings.flatMap(({ sites }) => sites)).toHaveLength(5)
  })
})

describe('options', () => {
  it('have defaults and can be set', () => {
    const limited = rule('a/b', {
      definition: { options: { most: { type: 'percent', default: '50%', title: { zh: '上限', en: 'limit' } } } },
      cases: [{ range: { form: 'once' }, assert: equal(() => figure('50%', '/p'), attribute('options', 'most')) }],
    })
    expect(run(limited, model()).findings).toEqual([])
    expect(run(limited, model(), { optionsOf: () => ({ most: '40%' }) }).findings).toHaveLength(1)
    expect(run(limited, model(), { optionsOf: () => ({ other: text('x').type }) }).findings).toEqual([])
  })
})
