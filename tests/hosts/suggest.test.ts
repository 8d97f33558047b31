import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const TEXT = `示例省清河市水利局2027年部门预算

第一部分 奇特情况介绍

本部门负责水利工作。

2027年水利资金去处一览表
单位：万元
科目编码\t科目名称\t总盘子\t养人支出\t办事支出
\t合计\t30.50\t20.50\t10.00
213\t农林水支出\t30.50\t20.50\t10.00
21303\t水利\t30.50\t20.50\t10.00

2027年“三公”经费支出表
单位：万元
项目\t本年预算数\t特别调剂数
合计\t3.00\t1.00
因公出国（境）费\t0.00\t0.00
公务接待费\t1.00\t0.00
公务用车购置及运行费\t2.00\t1.00
无人机使用费\t0.50\t0.50
`

describe('import --suggest', () => {
  it('prints vocabulary that, pasted into a pack, has the same document recognised', async () => {
    const root = folder({ '预算.txt': TEXT })
    const before = await run(root, ['import', '--report', '预算.txt'])
    expect(before.stdout).toContain('没认出的表：2027年水利资金去处一览表')
    expect(before.stdout).toContain('没认出：特别调剂数')
    expect(before.stdout).toContain('? 第一部分 奇特情况介绍')

    const { stdout: yaml, code } = await run(root, ['import', '--suggest', '预算.txt'])
    expect(code).toBe(0)
    expect(yaml).toContain('无人机使用费')

    const pack = folder({ '预算.txt': TEXT, '词汇.yaml': yaml, 'disclint.config.yaml': 'extends: disclint:recommended\nvocabulary: [词汇.yaml]\n' })
    const after = await run(pack, ['import', '--report', '预算.txt'])
    expect(after.stderr).toBe('')
    expect(after.stdout).toContain('水利资金去处一览表：2027年水利资金去处一览表（3 行；按标题认出；栏目 3/3）')
    expect(after.stdout).toContain('栏目 2/2')
    expect(after.stdout).not.toContain('没认出')
    expect(after.stdout).toContain('章节：1/1 个标题认出')
    expect((await run(pack, ['import', '--suggest', '预算.txt'])).stdout).toBe('# 标题、栏目名、行名和章节都认出来了\n')
  })

  it('names what differs by its year, what a number is glued to, and tables that lack a title', async () => {
    const text = `示例省清河市水利局2027年部门预算

第一部分 部门概况

本部门负责水利工作。

水利专项资金安排
单位：万元
名称|2026年盘子|2027年盘子
农田水利|10.00|12.00
防汛抗旱|8.00|6.00
合计|18.00|18.00

2027年“三公”经费支出表
单位：万元
项目|本年预算数|上年预算数
合计|3.00|3.00
1公务接待费|1.00|1.00
2公务用车购置及运行费|2.00|2.00

公务卡使用情况如下：
卡种|张数|额度
金卡|3|15.00
合计|3|15.00
`
    const { stdout: yaml } = await run(folder({ '预算.txt': text }), ['import', '--suggest', '预算.txt'])
    expect(yaml).toContain('    titles: [水利专项资金安排]')
    expect(yaml).toContain('      上年盘子: {is: amount}\n      盘子: {is: amount}')
    expect(yaml).toContain('公务接待费: ["1公务接待费"]')
    expect(yaml).toContain('# 第 3 张表（卡种、张数、额度）没有标题')
    const pack = folder({ '预算.txt': text, '词汇.yaml': yaml, 'disclint.config.yaml': 'extends: disclint:recommended\nvocabulary: [词汇.yaml]\n' })
    const { stdout, stderr } = await run(pack, ['import', '--report', '预算.txt'])
    expect(stderr).toBe('')
    expect(stdout).toContain('水利专项资金安排：水利专项资金安排（3 行；按标题认出；栏目 2/2）')
    expect(stdout.match(/没认出的表/g)).toHaveLength(1)
  })

  it('adds a title to the role whose columns the table has', async () => {
    const root = folder({ '预算.txt': TEXT.replace('总盘子\t养人支出\t办事支出', '货物\t工程\t服务') })
    const { stdout } = await run(root, ['import', '--suggest', '预算.txt', '--report'])
    expect(stdout).toMatch(/^ {2}政府采购表:\n {4}titles: \[水利资金去处一览表\]$/m)
    expect(stdout.split('\n').filter((line) => /^#/.test(line)).join('\n')).toContain('章节')
  })
})
