import { createStore, type StoreApi } from 'zustand/vanilla'
import townFile from '../../server/calls/engagierte-stadt-2023.json' with { type: 'json' }
import countryFile from '../../server/calls/engagiertes-land-2023.json' with { type: 'json' }
import { readCall, type Call } from '../../src/domain/call.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import type { AppState, DraftStart, InvitationLook } from '../../src/state/app-state.ts'
import type { Return } from '../../src/state/come-back.ts'
import { createBroughtStore } from '../../src/state/brought.ts'
import { openPreferences } from '../../src/state/preferences.ts'
import type { ExampleDraft } from '../../src/state/example-draft.ts'
import type { ShelfEntry, ShelfView } from '../../src/state/shelf-view.ts'

const read = (json: unknown): Call => {
  const outcome = readCall(json)
  if (!outcome.ok) throw new Error('this file is no call')
  return outcome.call
}

export const town = read(townFile)
export const country = read(countryFile)

export const amina: Person = { name: 'Amina Haddad', organisation: 'Freiwilligenagentur Lauterbrück', sector: 'civil' }
export const draftId = 'lauterbrueck23456789abcdef' as DraftId

/** A state that lives in memory only: what screens see is set by the test, what they do is written down. */
export interface MemoryApp extends AppState {
  shelf: AppState['shelf'] & { view: StoreApi<ShelfView> }
  started: DraftStart[]
  examples: ExampleDraft[]
  redeemed: { draftId: string; secret: string; name: string }[]
  refreshed: number
  /** What the server answers; set by the test. */
  answers: {
    start: Outcome<DraftId>
    look: Outcome<InvitationLook>
    redeem: Outcome<DraftId>
    comeBack: Outcome<Return>
  }
}

export const createMemoryApp = (shelf: Partial<ShelfView> = {}, person: Person | null = null): MemoryApp => {
  const preferences = openPreferences(null)
  if (person) preferences.getState().setPerson(person)
  const app: MemoryApp = {
    preferences,
    brought: createBroughtStore(),
    openMail: () => Promise.reject(new Error('no server sends mails here')),
    places: () => Promise.resolve(null),
    started: [],
    examples: [],
    redeemed: [],
    refreshed: 0,
    answers: {
      start: accepted(draftId),
      look: refused('invitation-unusable'),
      redeem: accepted(draftId),
      comeBack: refused('invitation-unusable'),
    },
    shelf: {
      view: createStore<ShelfView>(() => ({
        loading: false,
        drafts: [],
        calls: [town, country],
        reachable: true,
        readyOffline: true,
        deviceKeeps: true,
        ...shelf,
      })),
      refresh: () => {
        app.refreshed += 1
        return Promise.resolve()
      },
      start: (input) => {
        app.started.push(input)
        return Promise.resolve(app.answers.start)
      },
      startExample: (example) => {
        app.examples.push(example)
        return Promise.resolve(app.answers.start)
      },
    },
    openDraft: () => Promise.resolve(refused('absent')),
    openAhead: () => Promise.resolve(),
    openedAhead: () => null,
    lookAtInvitation: () => Promise.resolve(app.answers.look),
    redeemInvitation: (id, secret, name) => {
      app.redeemed.push({ draftId: id, secret, name })
      return Promise.resolve(app.answers.redeem)
    },
    openReadiness: () => Promise.reject(new Error('no readiness on paper')),
    comeBack: {
      withPasskey: () => Promise.resolve(app.answers.comeBack),
      withCode: () => Promise.resolve(app.answers.comeBack),
      countOtherSessions: () => Promise.resolve(accepted(1)),
      endOtherSessions: () => Promise.resolve(accepted(null)),
    },
    rescue: {
      save: () => Promise.resolve(null),
      prepare: () => Promise.resolve(),
      asText: () => Promise.resolve(''),
      list: () => Promise.resolve([]),
      open: () => Promise.resolve({ name: 'refused', why: 'not-a-rescue-file', from: null }),
    },
    removal: {
      listUnsent: () => Promise.resolve([]),
      one: () => Promise.resolve([]),
      everything: () => Promise.resolve([]),
      leaveShared: () => Promise.resolve(),
    },
    whoseDevice: { isShared: false, say: () => Promise.resolve() },
    removedElsewhere: createStore(() => ({ what: 'nothing' as const })),
    removeFromDevice: () => Promise.resolve(),
    isStored: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }
  return app
}

export const lauterbrueck: ShelfEntry = {
  draftId,
  call: town,
  title: 'Lauterbrück',
  partners: [
    { name: 'Freiwilligenagentur Lauterbrück e. V.', sector: 'civil', lead: true },
    { name: 'Stadt Lauterbrück', sector: 'administration', lead: false },
    { name: 'Kreishandwerkerschaft Lautertal', sector: 'business', lead: false },
    { name: 'Hochschule Lautertal', sector: 'science', lead: false },
  ],
  progress: ['done', 'done', 'done', 'done', 'begun', 'begun', 'begun', 'empty'],
  me: amina,
  members: [
    { ...amina, id: 'a', role: 'owner', joinedAt: 1 },
    { name: 'Bruno Seidel', organisation: 'Stadt', sector: 'administration', id: 'b', role: 'editor', joinedAt: 2 },
    {
      name: 'Clara Wendt',
      organisation: 'Kreishandwerkerschaft',
      sector: 'business',
      id: 'c',
      role: 'editor',
      joinedAt: 3,
    },
    { name: 'Deniz Aydın', organisation: 'Hochschule', sector: 'science', id: 'd', role: 'viewer', joinedAt: 4 },
  ],
  mayWrite: true,
  openedAt: Date.now() - 3_600_000,
  status: { name: 'live', at: new Date(2023, 10, 2, 14, 32).getTime() },
}

export const oberlauter: ShelfEntry = {
  ...lauterbrueck,
  draftId: 'oberlauter234567abcdefghij' as DraftId,
  call: country,
  title: 'Oberlauter',
  partners: [
    { name: 'Dorfverein Oberlauter', sector: 'civil', lead: true },
    { name: 'Ortsbeirat', sector: 'administration', lead: false },
    { name: 'Bäckerei Henn', sector: 'business', lead: false },
  ],
  progress: ['begun', 'empty', 'empty'],
  members: lauterbrueck.members.slice(0, 2),
  status: { name: 'sending', waiting: 3 },
}
