// The folder that the extension is tried on. Everything in it is invented.
const DOCUMENT = { kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [] }
const saying = (...texts) => JSON.stringify({ ...DOCUMENT, sections: [{ heading: '一、概况', level: 1, sections: [], paragraphs: texts.map((text) => ({ text })) }] }, null, 2)

const RULE = `id: own/thing-check
severity: error
category: 合理性
title: 标题
assert: {presnt: $doc.kind}
`

export const workspaceFiles = () => ({
  // Blanks and characters of two UTF-16 units stand where a place could be off by one.
  '水务局 预算.disclosure.json': saying('😀本单位编制人数26人。', '我单位编制人数29人。', '😀根据清财文【2026】12号，安排资金。'),
  '打字.disclosure.json': '{\n  \n}\n',
  '水务局预算公开.txt': '2027年示例市水务局部门预算\n\n第一部分 部门概况\n一、机构设置情况\n根据清财文【2026】12号安排资金。\n',
  '笔记.txt': '根据清财文【2026】12号安排资金。\n',
  'disclint.config.yaml': 'extends: disclint:recommended\n',
  'rules/own/thing-check.yaml': RULE,
  'vocabulary/own.yaml': 'patterns:\n  某词:\n    en: x\n    txt: abc\n',
  '.vscode/settings.json': JSON.stringify({ 'disclint.textFiles': ['**/*预算公开*.txt'] }),
})

/** What keeps the window still: nothing is saved, shown or asked by itself. */
export const USER_SETTINGS = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
}
