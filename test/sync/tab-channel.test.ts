import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { setFact } from '../../src/document/edit-expression.ts'
import { fromOtherTab } from '../../src/document/origins.ts'
import { openTabChannel } from '../../src/sync/tab-channel.ts'
import { newDraftId } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'

const placeIn = (doc: Y.Doc) => doc.getMap('fields').get('place.name')

describe('two tabs of one browser', () => {
  it('share what is typed in either, without sending it back', async () => {
    const draftId = newDraftId()
    const [left, right] = [createDraftDocument(), createDraftDocument()]
    const channels = [openTabChannel(draftId, left), openTabChannel(draftId, right)]
    const origins: unknown[] = []
    right.on('update', (_update, origin) => origins.push(origin))
    setFact(left, 'place.name', 'Marburg')
    await eventually(() => expect(placeIn(right)).toBe('Marburg'))
    expect(origins).toEqual([fromOtherTab])
    setFact(right, 'place.name', 'Gießen')
    await eventually(() => expect(placeIn(left)).toBe('Gießen'))
    for (const channel of channels) channel.close()
  })

  it('tell each other what they had before the other was opened', async () => {
    const draftId = newDraftId()
    const [left, right] = [createDraftDocument(), createDraftDocument()]
    setFact(left, 'place.name', 'Marburg')
    setFact(right, 'contact', 'Amina Yıldız')
    const channels = [openTabChannel(draftId, left), openTabChannel(draftId, right)]
    await eventually(() => {
      for (const doc of [left, right]) {
        expect(doc.getMap('fields').toJSON()).toMatchObject({ 'place.name': 'Marburg', contact: 'Amina Yıldız' })
      }
    })
    for (const channel of channels) channel.close()
  })

  it('say no change to nobody, and whoever opens later is told all of them and every one after', async () => {
    const draftId = newDraftId()
    const said: unknown[] = []
    const listener = new BroadcastChannel(`draft-${draftId}`)
    listener.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => said.push(data.kind))
    const [first, second] = [createDraftDocument(), createDraftDocument()]
    const channels = [openTabChannel(draftId, first)]
    setFact(first, 'place.name', 'Marburg')
    setFact(first, 'contact', 'Amina Yıldız')
    channels.push(openTabChannel(draftId, second))
    await eventually(() => expect(second.getMap('fields').toJSON()).toMatchObject(first.getMap('fields').toJSON()))
    expect(placeIn(second)).toBe('Marburg')
    setFact(first, 'place.name', 'Gießen')
    await eventually(() => expect(placeIn(second)).toBe('Gießen'))
    setFact(second, 'place.name', 'Kassel')
    await eventually(() => expect(placeIn(first)).toBe('Kassel'))
    await eventually(() => expect(said).toEqual(['hello', 'hello', 'welcome', 'change', 'change', 'change']))
    listener.close()
    for (const channel of channels) channel.close()
  })

  it('pass over what they do not understand', async () => {
    const draftId = newDraftId()
    const doc = createDraftDocument()
    const channel = openTabChannel(draftId, doc)
    const stranger = new BroadcastChannel(`draft-${draftId}`)
    const says = (message: unknown) => stranger.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- a channel
    for (const message of [null, 'hello', { kind: 'change' }, { kind: 'change', update: new Uint8Array([9, 9, 9]) }]) {
      says(message)
    }
    const other = createDraftDocument()
    setFact(other, 'place.name', 'Marburg')
    says({ kind: 'change', update: Y.encodeStateAsUpdate(other) })
    await eventually(() => expect(placeIn(doc)).toBe('Marburg'))
    stranger.close()
    channel.close()
  })

  it('work alone where the browser has no channels', () => {
    const doc = createDraftDocument()
    const channel = openTabChannel(newDraftId(), doc, null)
    setFact(doc, 'place.name', 'Marburg')
    channel.close()
    expect(placeIn(doc)).toBe('Marburg')
  })
})
