import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { readFairly } from '../../server/sync/fair-reading.ts'
import { until } from './line.ts'

const messages = 20_000
const message = new Uint8Array(100)

it('reads on from who sends without pause only when what came is stored', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  let read = 0
  let store = (): void => {}
  let isSlow = true
  const whenStored = () => (isSlow ? new Promise<void>((resolve) => (store = resolve)) : Promise.resolve())
  const accepted: WebSocket[] = []
  server.on('connection', (socket, request) => {
    accepted.push(socket)
    readFairly(socket, request.socket, { isBehind: () => false, whenStored })
    socket.on('message', () => (read += 1))
  })
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
  for (let each = 0; each < messages; each++) client.send(message)

  await until('it stops reading', () => accepted[0]?.isPaused === true)
  for (let turn = 0; turn < 100; turn++) await nextTurn()
  expect(read).toBeLessThan(messages / 2)
  isSlow = false
  store()
  await until('it reads all the rest', () => read === messages)
  client.terminate()
  await new Promise((resolve) => server.close(resolve))
})

it('reads on from who sends little by little, but faster than it is their turn, only when they are caught up with', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  const taken: string[] = []
  let isBehind = true
  let store = (): void => {}
  const whenStored = () => new Promise<void>((resolve) => (store = resolve))
  const accepted: WebSocket[] = []
  server.on('connection', (socket, request) => {
    accepted.push(socket)
    readFairly(socket, request.socket, { isBehind: () => isBehind, whenStored })
    socket.on('message', (bytes: Buffer) => taken.push(bytes.toString()))
  })
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
  client.send('one')
  await until('it stops reading', () => accepted[0]?.isPaused === true)
  client.send('two')
  for (let turn = 0; turn < 100; turn++) await nextTurn()
  expect(taken).toEqual(['one'])
  isBehind = false
  store()
  await until('it reads on', () => taken.length === 2)
  expect(accepted[0]?.isPaused).toBe(false)
  client.terminate()
  await new Promise((resolve) => server.close(resolve))
})
