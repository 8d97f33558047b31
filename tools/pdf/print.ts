import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Prints a web page to PDF with Chromium (`chromium` on PATH); returns the file's bytes. */
export function printedByChromium(html: string): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'page.html'), html)
    const target = join(folder, 'page.pdf')
    execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-pdf-tagging', `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${target}`, join(folder, 'page.html')], { stdio: 'ignore' })
    return readFileSync(target)
  })
}

/** Exports an office file to PDF with LibreOffice (`soffice` on PATH); returns the PDF's bytes. */
export function exportedByOffice(content: Uint8Array | string, extension: 'docx' | 'xlsx' | 'html'): Uint8Array {
  return inFolder((folder) => {
    const source = join(folder, `page.${extension}`)
    writeFileSync(source, content)
    const reading = extension === 'html' ? ['--infilter=HTML (StarWriter)'] : []
    execFileSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=file://${join(folder, 'profile')}`, ...reading, '--convert-to', extension === 'xlsx' ? 'pdf:calc_pdf_Export' : 'pdf:writer_pdf_Export', '--outdir', folder, source], { stdio: 'ignore', env: { ...process.env, LANG: 'zh_CN.UTF-8' } })
    return readFileSync(join(folder, 'page.pdf'))
  })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'disclint-pdf-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
