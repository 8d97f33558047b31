import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server offers; each is asked for anew at every request. */
export interface Offer {
  readonly page: string
  readonly files: () => readonly string[]
  readonly read: (index: number) => Promise<Uint8Array | undefined>
  readonly decisions: () => Promise<string | undefined>
  /** Returns false where the text is no decisions file. */
  readonly save: (text: string) => Promise<boolean>
}

export interface RunningServer {
  /** With the token: whoever has it may read the files and save decisions. */
  readonly url: string
  /** Tells every open page that a file changed. */
  readonly changed: () => void
  readonly close: () => Promise<void>
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const

/** Decisions are short texts; more than this is no decisions file. */
const LARGEST_BODY = 16 * 1024 * 1024

/** Serves the page on 127.0.0.1 under a random path. Other addresses, host names and paths get nothing. Rejects where the port is taken. */
export async function startServer(offer: Offer, port = 0): Promise<RunningServer> {
  const token = randomBytes(24).toString('base64url')
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    handle(request, response, { offer, token, listeners, host: hostOf(server) }).catch(() => end(response, 500))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://${hostOf(server)}/${token}/`,
    changed: () => {
      for (const response of listeners) response.write('event: changed\ndata: {}\n\n')
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Context {
  readonly offer: Offer
  readonly token: string
  readonly listeners: Set<ServerResponse>
  readonly host: string
}

/** A page of another site can send requests here, but never with our host name, our token and no foreign origin. */
function isOurs({ headers, url }: IncomingMessage, { host, token }: Context): boolean {
  const origin = headers.origin
  return headers.host === host && (url ?? '').startsWith(`/${token}/`) && (origin === undefined || origin === `http://${host}`)
}

async function handle(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  if (!isOurs(request, context)) return end(response, 404)
  const { offer, listeners } = context
  const path = (request.url ?? '').slice(context.token.length + 2)
  const route = `${request.method} ${path.replace(/^files\/\d+$/, 'files/N')}`
  switch (route) {
    case 'GET ':
      return end(response, 200, 'text/html; charset=utf-8', offer.page)
    case 'GET files':
      return end(response, 200, 'application/json', JSON.stringify(offer.files()))
    case 'GET files/N': {
      const content = await offer.read(Number(path.slice('files/'.length)))
      return content ? end(response, 200, 'application/octet-stream', content) : end(response, 404)
    }
    case 'GET decisions': {
      const decisions = await offer.decisions()
      return decisions === undefined ? end(response, 204) : end(response, 200, 'application/json', decisions)
    }
    case 'PUT decisions': {
      const body = await bodyOf(request)
      return end(response, body !== undefined && (await offer.save(body)) ? 204 : 400)
    }
    case 'GET events':
      response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' }).write(': open\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return
    default:
      return end(response, 404)
  }
}

function end(response: ServerResponse, status: number, type?: string, body?: string | Uint8Array): void {
  if (response.headersSent) {
    response.end()
    return
  }
  response.writeHead(status, { ...HEADERS, ...(type !== undefined && { 'content-type': type }) }).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST_BODY) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
