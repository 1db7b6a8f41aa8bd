import { existsSync, unlinkSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'

/** What an operator's command asks of the server that runs on the same data folder. */
const requestSchema = v.variant('name', [
  v.object({ name: v.literal('erase-draft'), draftId: v.string() }),
  v.object({ name: v.literal('erase-deleted-text') }),
  v.object({ name: v.literal('take-restored-database') }),
])
export type ControlRequest = v.InferOutput<typeof requestSchema>

const answerSchema = v.object({ ok: v.boolean(), line: v.string() })
/** `line` is for the operator. */
export type ControlAnswer = v.InferOutput<typeof answerSchema>

/** The data folder is in use by this process until it is closed. */
export interface Control {
  close(): Promise<void>
}

/** A path of a Unix socket has room for about a hundred bytes. */
const maxPathBytes = 100

/**
 * Takes the data folder for this process, and answers one line of JSON with one line of JSON on a socket in it, which
 * only its owner may open. Null when another process has the folder. Rejects when the socket cannot be made.
 */
export const openControl = async (
  dataDir: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<Control | null> => {
  const path = controlPath(dataDir)
  if (await isAnswered(path)) return null
  // Left behind by a process that was killed.
  if (existsSync(path)) unlinkSync(path)
  const lines = new Set<Socket>()
  const server = createServer((socket) => {
    lines.add(socket)
    socket.once('close', () => lines.delete(socket))
    socket.on('error', () => socket.destroy())
    createInterface(socket).once('line', (line) => {
      void reply(line, answer).then((said) => socket.end(`${JSON.stringify(said)}\n`))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of lines) socket.destroy()
      }),
  }
}

/** Asks the running server; null when there is none. Rejects when it goes away without an answer. */
export const askServer = (dataDir: string, request: ControlRequest): Promise<ControlAnswer | null> =>
  new Promise((resolve, reject) => {
    const socket = connect(controlPath(dataDir), () => socket.write(`${JSON.stringify(request)}\n`))
    let isConnected = false
    socket.once('connect', () => (isConnected = true))
    socket.once('error', (error) => (isConnected ? reject(error) : resolve(null)))
    createInterface(socket)
      .once('line', (line) => resolve(v.parse(answerSchema, JSON.parse(line))))
      .once('close', () => isConnected && reject(new Error('the server ended before it answered')))
      .on('error', () => {})
  })

const controlPath = (dataDir: string): string => {
  const path = join(dataDir, 'control.sock')
  if (Buffer.byteLength(path) > maxPathBytes) throw new Error(`the path is longer than ${maxPathBytes - 13} characters`)
  return path
}

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const reply = async (
  line: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<ControlAnswer> => {
  try {
    return await answer(v.parse(requestSchema, JSON.parse(line)))
  } catch (error) {
    return { ok: false, line: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}
