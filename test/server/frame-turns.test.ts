import { expect, it } from 'vitest'
import { createFrameTurns } from '../../server/sync/frame-turns.ts'

const frame = (n: number): Buffer => Buffer.from([n])

/** As a frame that is costly to judge. */
const work = (ms: number): void => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

it('lets everyone be heard while somebody sends thousands of frames, each in their order', async () => {
  const turns = createFrameTurns()
  const heard: string[] = []
  const flood = turns.open((bytes) => {
    work(1)
    heard.push(`flood ${bytes[0]}`)
  })
  const amina = turns.open((bytes) => heard.push(`amina ${bytes[0]}`))
  for (let n = 0; n < 250; n++) flood.take(frame(n))
  amina.take(frame(1))
  amina.take(frame(2))
  await amina.whenEmpty()
  expect(heard).not.toContain('flood 249')
  await flood.whenEmpty()
  expect(heard.filter((each) => each.startsWith('flood'))).toEqual(Array.from({ length: 250 }, (_, n) => `flood ${n}`))
  expect(heard.filter((each) => each.startsWith('amina'))).toEqual(['amina 1', 'amina 2'])
  await flood.whenEmpty()
})
