import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { words } from './words.js'

export interface ReviewSheets extends vscode.Disposable {
  /** Shows the review sheet of the document at hand beside it: the document and its findings. */
  show(): Promise<void>
  /** Opens the review sheet at hand, or that of the document at hand, in the browser. */
  inBrowser(): Promise<void>
}

interface OpenSheet {
  readonly panel: vscode.WebviewPanel
  html: string
}

export const IN_BROWSER = 'disclint.openReviewSheetInBrowser'

/** The review sheets that are open, one a document; asked for again, a sheet is drawn anew. */
export function reviewSheets(client: () => LanguageClient | undefined): ReviewSheets {
  const open = new Map<string, OpenSheet>()

  const drawn = async (): Promise<{ uri: vscode.Uri; html: string } | undefined> => {
    const uri = vscode.window.activeTextEditor?.document.uri
    const html = uri && (await client()?.sendRequest<string | null>('disclint/reviewSheet', { textDocument: { uri: uri.toString() } }))
    if (uri && html) return { uri, html }
    void vscode.window.showInformationMessage(words().noDisclosure)
    return undefined
  }
  const newPanel = (): vscode.WebviewPanel =>
    vscode.window.createWebviewPanel('disclint.reviewSheet', '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableCommandUris: [IN_BROWSER], enableFindWidget: true, localResourceRoots: [] })

  return {
    async show() {
      const sheet = await drawn()
      if (!sheet) return
      const key = sheet.uri.toString()
      const panel = open.get(key)?.panel ?? newPanel()
      if (!open.has(key)) panel.onDidDispose(() => open.delete(key))
      open.set(key, { panel, html: sheet.html })
      panel.title = words().sheet(basename(sheet.uri.fsPath))
      panel.webview.html = forWebview(sheet.html)
      panel.reveal(undefined, true)
    },
    async inBrowser() {
      const html = [...open.values()].find(({ panel }) => panel.active)?.html ?? (await drawn())?.html
      if (html === undefined) return
      const path = join(await mkdtemp(join(tmpdir(), 'disclint-')), 'review-sheet.html')
      await writeFile(path, html)
      void vscode.window.showInformationMessage(words().inBrowser)
      await vscode.env.openExternal(vscode.Uri.file(path))
    },
    dispose: () => open.forEach(({ panel }) => panel.dispose()),
  }
}

/** Printing is what a web view refuses: there, the button opens the sheet in the browser. */
function forWebview(html: string): string {
  return html.replace(/<button type="button" data-command="print">([^<]*)<\/button>/, `<a href="command:${IN_BROWSER}" tabindex="-1"><button type="button">$1</button></a>`)
}
