// What `npm start` shows: the bundled flawed disclosure, its findings on the terminal and its JSON report.
import { spawnSync } from 'node:child_process'

const args = ['dist/cli.js', 'fixtures/unit-budget.flawed.txt', '--exit-zero', '--format', 'stylish', '--format', 'json', '--output', 'report.json']
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
process.exitCode = status ?? 2
