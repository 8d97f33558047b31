import { describe, expect, it } from 'vitest'
import type { Disclosure, Overall, Project } from '../../src/disclosure/model.ts'
import { failing, modelOf, show, sums } from './facts-sample.ts'

const project = (name: string, more: Partial<Project> = {}): Project => ({ name, layout: 'form', funds: { unit: '元', total: {}, sources: [] }, goals: {}, indicators: [], ...more })
const funds = (total: string, ...sources: [label: string, amount: string][]): Project['funds'] => ({ unit: '元', total: { annual: total }, sources: sources.map(([label, annual]) => ({ label, amounts: { annual } })) })
const overall = (bySource: Overall['funds']['bySource'], byType: Overall['funds']['byType']): Overall => ({ staffing: [], funds: { unit: '万元', bySource, byType }, tasks: [], indicators: [] })

describe('sums of forms', () => {
  it('are a sheet’s money by source, in each half', () => {
    const sheet = project('河道清淤', { funds: { unit: '元', total: { period: '500', annual: '300' }, sources: [{ label: '省级资金', amounts: { period: '200', annual: '100' } }, { label: '其他资金', amounts: { period: '300', annual: '' } }, { label: '自筹', amounts: { annual: '200' } }] } })
    expect(sums(modelOf({ projects: [sheet] }))).toEqual(['form 河道清淤: 500 = 200 + 300', 'form 河道清淤: 300 = 100 + 空 + 200'])
  })

  it('read sources that break one down as its parts where they add up to it', () => {
    const nested = funds('300', ['财政拨款', '200'], ['省级', '150'], ['县级', '50'], ['其他资金', '100'])
    expect(failing(modelOf({ projects: [project('甲', { funds: nested })] }))).toEqual([])
    expect(failing(modelOf({ projects: [project('甲', { funds: funds('300', ['财政拨款', '200'], ['其他资金', '80']) })] }))).toEqual(['form 甲'])
  })

  it('are open where one part only is named', () => {
    const [one] = modelOf({ projects: [project('甲', { funds: funds('300', ['财政拨款', '200']) })] }).items('composition')
    expect(one && show(one.get('open'))).toBe('true')
  })

  it('claim nothing where no source is printed', () => {
    expect(sums(modelOf({ projects: [project('甲', { funds: funds('300', ['省级', ''], ['县级', '']) })] }))).toEqual([])
  })

  it('are the overall form’s rows by level, and its total', () => {
    const form = overall([{ label: '合计', amount: '90' }, { label: '财政拨款', amount: '80' }, { label: '单位资金', amount: '10' }], [{ label: '基本支出', level: 1, amount: '30' }, { label: '项目支出', level: 1, amount: '60' }, { label: '其中：本级', level: 2, amount: '45' }, { label: '转移', level: 2, amount: '15' }])
    expect(sums(modelOf({ overall: form }))).toEqual(['form 合计: 90 = 80 + 10', 'form 项目支出: 60 = 45 + 15'])
  })
})

describe('facts of forms', () => {
  const stated = (part: Partial<Disclosure>): string[] => modelOf(part).items('fact').map((item) => `${show(item.get('concept'))} ${show(item.get('value'))} ${show(item.get('scope'))} ${item.ref.pointer}`)

  it('are a sheet’s money for concepts that name the field', () => {
    expect(stated({ projects: [project('河道清淤（一期）', { funds: funds('12,000', ['省级', '12,000']) })] })).toEqual(['项目金额 12000 subject=河道清淤一期 year=2031 /projects/0/funds/total/annual'])
  })

  it('are none for sheets of one name', () => {
    expect(stated({ projects: [project('甲', { funds: funds('1') }), project('甲', { funds: funds('2') })] })).toEqual([])
  })
})
