import type { Writable } from 'node:stream'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as ws from 'ws'
import { cutVolley, encodeVolley, frameHead } from '../../server/sync/volley.ts'

/** The client's side of ws; not in its types. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

const asString = (message: Uint8Array): string => Buffer.from(message).toString('latin1')

const readFrames = (...pieces: readonly Uint8Array[]): string[] => {
  const receiver = new Receiver({ isServer: false })
  const heard: string[] = []
  receiver.on('message', (data: Buffer) => heard.push(asString(data)))
  for (const piece of pieces) receiver.write(piece)
  return heard
}

const messagesOf = (...lengths: number[]) => lengths.map((length, index) => new Uint8Array(length).fill(index + 1))

it('a volley reads as the messages it was made of, whatever their lengths', () => {
  const messages = messagesOf(1, 125, 126, 65_535, 65_536, 0, 3)
  expect(readFrames(encodeVolley(messages).bytes)).toEqual(messages.map(asString))
})

it('a head and a large message make one frame', () => {
  const [message = new Uint8Array()] = messagesOf(300_000)
  expect(readFrames(frameHead(message.length), message)).toEqual([asString(message)])
})

it('a cut volley has exactly the frames that were kept, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(300), fc.boolean()), { maxLength: 12 }), (frames) => {
      const messages = messagesOf(...frames.map(([length]) => length))
      const pieces = cutVolley(encodeVolley(messages), (index) => frames[index]?.[1] === true)
      expect(readFrames(...pieces)).toEqual(
        messages.filter((_message, index) => frames[index]?.[1] === true).map(asString),
      )
      expect(pieces.length).toBeLessThanOrEqual(messages.length / 2 + 1)
    }),
    { numRuns: 60 },
  )
})
