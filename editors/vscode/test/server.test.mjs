import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

test('the bundled server runs by itself, finds both sides, and draws the review sheet', async () => {
  const server = spawn(process.execPath, ['dist/server.mjs'], { stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: '' } })
  try {
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
    connection.listen()
    const uri = 'file:///nowhere/a.disclosure.json'
    const { capabilities } = await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } })
    assert.equal(capabilities.positionEncoding, 'utf-16')
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text: readFileSync('../../fixtures/unit-budget.flawed.disclosure.json', 'utf8') } })
    const { items } = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    assert.ok(items.some(({ code }) => code === 'headcount/same-headcount'))
    const html = await connection.sendRequest('disclint/reviewSheet', { textDocument: { uri } })
    assert.match(html, /<!doctype html>/i)
    connection.dispose()
  } finally {
    server.kill()
  }
})

test('every file that the manifest names is there, and every schema is whole without a network', () => {
  const files = [manifest.main, ...manifest.contributes.jsonValidation.map(({ url }) => url), ...manifest.contributes.yamlValidation.map(({ url }) => url)]
  for (const file of files) assert.ok(readFileSync(file).length > 0, file)
  for (const { url } of manifest.contributes.jsonValidation) assert.doesNotMatch(readFileSync(url, 'utf8').replace(/"\$(schema|id)": "[^"]*"/g, ''), /"\$ref": "https?:/)
})
