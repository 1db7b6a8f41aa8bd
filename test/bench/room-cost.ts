import { bruno } from '../world/cast.ts'
import { Person } from '../world/people.ts'
import type { TestServer } from '../world/server.ts'
import { openSourceMaps, profileOf, type FindPlace, type Place, type Profile } from './cpu-profile.ts'
import type { FullDraft } from './draft.ts'
import type { Figure } from './figure.ts'

const keys = 300
const pauseMs = 60

/**
 * What storage and sync together cost the page's main thread for each key press, online and with everything they do
 * later and in between: all samples of a CPU profile whose innermost function of ours or of a library that is neither
 * Yjs nor lib0 belongs to them, and Yjs's making of updates, which is for them alone. So what they call counts as theirs
 * (the browser's, Yjs's and lib0's functions), what they tell of to others does not.
 */
export const measureRoomCost = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const findPlace = await openSourceMaps()
  const person = await Person.arrives(bruno, server)
  try {
    await person.joins(await draft.inviteGuest(bruno.name))
    await person.hasTheAppOnTheDevice()
    await person.hasEverythingTransferred()
    await person.writes('ziele', 'Mit Netz. ')
    const devtools = await person.context.newCDPSession(person.page)
    const profile = await profileOf(devtools, async () => {
      for (let key = 0; key < keys; key++) {
        await person.page.keyboard.press('abcdefgh'[key % 8] ?? 'a', { delay: pauseMs })
      }
      await person.page.locator('[data-status=live]').first().waitFor()
    })
    const value = Math.round((costOf(profile, findPlace) / keys) * 100) / 100
    return [{ name: 'Storage and sync on the main thread, each key press', value, unit: 'ms', target: 1 }]
  } finally {
    await person.leaves()
  }
}

const isTheirs = ({ source, name }: Place): boolean =>
  /src\/(storage|sync)\/|node_modules\/(y-indexeddb|y-websocket|y-protocols|idb)\//.test(source) ||
  name === 'writeUpdateMessageFromTransaction'

/** Rooms and libraries that work for whoever calls them; without a source it is the browser. */
const isForAnyone = ({ source }: Place): boolean =>
  source === '' || /src\/(document|domain|protocol)\/|node_modules\/(yjs|lib0)\//.test(source)

/** In ms. */
const costOf = ({ nodes, samples = [], timeDeltas = [] }: Profile, findPlace: FindPlace): number => {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const places = new Map(nodes.map(({ id, callFrame }) => [id, findPlace(callFrame)]))
  const belongs = (id: number | undefined): boolean => {
    const place = id === undefined ? undefined : places.get(id)
    if (id === undefined || place === undefined) return false
    return isTheirs(place) || (isForAnyone(place) && belongs(parents.get(id)))
  }
  const theirs = new Set(nodes.map(({ id }) => id).filter(belongs))
  if (theirs.size === 0) throw new Error('the source maps do not fit the app')
  return samples.reduce((sum, id, at) => sum + (theirs.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1000
}
