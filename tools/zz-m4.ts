import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
const { vocabulary } = loadVocabulary(builtin.filter(({path}) => path.startsWith('vocabulary/')))
const t = `整体支出绩效目标表
（2027年度）
单位名称|示例县水利局|||
年度单位预算情况|按收入来源类型分|预算金额（万元）|按支出类型分|预算金额（万元）
|合计|30.00|合计|30.00
|其中：财政拨款|25.00|其中：基本支出|10.00
|单位资金|5.00|项目支出|20.00
|||其中：本级安排|12.00
|||转移支付|8.00
年度绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标|数量指标|清淤长度|8公里
`.replaceAll('|', '\t')
console.log(JSON.stringify(readSubjects([{ file: 'a.txt', content: t }], vocabulary).disclosure, null, 0))
import { makeLexicon } from '../src/recognise/lexicon.ts'
const lx = makeLexicon(vocabulary)
console.log(lx.formTitle('整体支出绩效目标表'), ['单位名称', '年度单位预算情况', '按收入来源类型分', '预算金额（万元）', '按支出类型分', '项目支出', '合计'].map((w) => [w, lx.field('overall', w), lx.field('project', w)]))
