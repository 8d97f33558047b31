import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import config from '../../../schemas/config.schema.json' with { type: 'json' }
import disclosure from '../../../schemas/disclosure.schema.json' with { type: 'json' }
import report from '../../../schemas/report.schema.json' with { type: 'json' }
import suppressions from '../../../schemas/suppressions.schema.json' with { type: 'json' }
import vocabulary from '../../../schemas/vocabulary.schema.json' with { type: 'json' }
import { schemaShapes, typeShapes, undescribed } from './type-shapes.ts'

const src = (path: string) => new URL(`../../../src/${path}`, import.meta.url)

describe('schemas', () => {
  it.each(Object.entries({ config, disclosure, report, suppressions, vocabulary }))('%s is a schema, described in Chinese and English', (_, schema) => {
    expect(new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false }).validateSchema(schema)).toBe(true)
    new Ajv2020({ allowUnionTypes: true, strictTuples: false }).compile(schema)
    expect(undescribed(schema as Parameters<typeof undescribed>[0])).toEqual([])
  })
})

describe('the disclosure schema', () => {
  const types = typeShapes([src('disclosure/model.ts'), src('core/verdict.ts')])
  const schemas = schemaShapes(disclosure as Parameters<typeof schemaShapes>[0], 'disclosure')

  it('has the interfaces of the model, with their members, types and optionality', () => {
    const inSchema = Object.fromEntries([...schemas].filter(([name]) => !name.startsWith('phased') && name !== 'overallFunds'))
    const inModel = Object.fromEntries(types)
    expect({ ...inSchema, overall: { ...inSchema['overall'], funds: '' } }).toEqual({ ...inModel, overall: { ...inModel['overall'], funds: '' } })
    expect(Object.keys(inModel).length).toBeGreaterThan(15)
  })

  it('has the funds of the overall form, which the model writes in place', () => {
    const funds = schemas.get('overallFunds') ?? {}
    expect(`(${Object.entries(funds).map(([name, shape]) => `${name}: ${shape}`).sort().join('; ')})`).toBe(types.get('overall')?.['funds'])
  })

  it('has the phases of the model', () => {
    expect(Object.keys(schemas.get('phasedText') ?? {})).toEqual(['period', 'annual', 'budget', 'adjusted', 'executed', 'actual'])
    expect(schemas.get('phasedPrinted')?.['annual']).toBe('number|string?')
    expect(schemas.get('phasedHalf')?.['annual']).toBe('#indicatorHalf?')
  })
})

describe('the report schema', () => {
  it('has the interfaces of the report, with their members, types and optionality', () => {
    const types = Object.fromEntries(typeShapes([src('core/finding.ts'), src('core/place.ts'), src('core/problem.ts'), src('core/severity.ts'), src('core/verdict.ts'), src('core/text.ts')]))
    delete types['exactness']
    expect(Object.fromEntries(schemaShapes(report as Parameters<typeof schemaShapes>[0], 'report'))).toEqual(types)
  })
})

describe('the suppressions schema', () => {
  it('has the members of the types', () => {
    const types = typeShapes([src('findings/suppressions.ts')])
    const schemas = schemaShapes(suppressions as Parameters<typeof schemaShapes>[0], 'suppressionFile')
    expect(schemas.get('suppression')).toEqual(types.get('suppression'))
    expect(schemas.get('suppressionFile')).toEqual({ $schema: 'string?', ...types.get('suppressionFile') })
  })
})

describe('the vocabulary schema', () => {
  it('has the members of the types but the ids, all of them optional in a file that adds to an entry', () => {
    const types = typeShapes([src('vocabulary/types.ts')])
    const names: Readonly<Record<string, string>> = { table: 'tableRole', column: 'tableColumn', form: 'form', section: 'sectionRole', document: 'documentKind', scope: 'scopeDimension', concept: 'concept', pattern: 'pattern', claim: 'claimTemplate', dictionary: 'dictionary', unit: 'unitWord' }
    const schemas = schemaShapes(vocabulary as Parameters<typeof schemaShapes>[0], 'vocabulary')
    for (const [inSchema, inTypes] of Object.entries(names)) {
      const members = Object.keys(types.get(inTypes) ?? {}).filter((name) => name !== 'id').sort()
      expect([inSchema, Object.keys(schemas.get(inSchema) ?? {}).sort()]).toEqual([inSchema, members])
    }
    expect(Object.keys(schemas.get('vocabulary') ?? {}).filter((name) => name !== '$schema').sort()).toEqual(Object.keys(types.get('vocabulary') ?? {}).sort())
  })
})
