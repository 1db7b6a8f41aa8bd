import type { StoreApi } from 'zustand/vanilla'
import type { Call } from '../domain/call.ts'
import type { InvitationView } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { PlaceRegister } from '../domain/place-register.ts'
import type { FactValue } from '../domain/fact.ts'
import type { Person } from '../domain/person.ts'
import type { Outcome } from '../domain/refusal.ts'
import { openDeviceStore } from '../storage/device-store.ts'
import { lockable } from '../storage/lockable-device.ts'
import { renewLogSoon } from '../storage/torn-log.ts'
import { openHttpApi } from '../sync/http-api.ts'
import type { MailApi, MailState } from '../sync/mail-api.ts'
import { createBroughtStore, type BroughtStore } from './brought.ts'
import { createComingBack, type ComingBack } from './come-back.ts'
import { Desk } from './desk.ts'
import { DraftAhead } from './draft-ahead.ts'
import type { Left, Unsent } from './device/removal.ts'
import { watchRemoval, type RemovedElsewhere } from './device/removed-elsewhere.ts'
import { rememberWhoseDevice } from './device/whose-device.ts'
import { readAhead } from './draft-here.ts'
import type { ExampleDraft } from './example-draft.ts'
import { lookAtInvitation, redeemInvitation } from './join-draft.ts'
import type { LockedCopy } from './lease.ts'
import { openPreferences, type Preferences } from './preferences.ts'
import type { RescueOutcome } from './rescue/open-rescue.ts'
import type { RescueCopy } from './rescue/save-rescue.ts'
import type { Readiness } from './ready/readiness.ts'
import type { OpenDraft } from './opened-draft.ts'
import { DraftShelf } from './shelf.ts'
import type { ShelfView } from './shelf-view.ts'
import { thisBrowser, type Surroundings } from './surroundings.ts'

export type { MailApi, MailState }
export type { Left, OpenDraft, RescueCopy, RescueOutcome, Unsent }

/** Everything the screens can see and do. */
export interface AppState {
  shelf: Shelf
  preferences: StoreApi<Preferences>
  brought: BroughtStore
  /** The municipal register, where the operator has loaded one. */
  places(): Promise<PlaceRegister | null>
  /** Being told by e-mail what was said. */
  openMail(): Promise<MailApi>
  /**
   * Opens a draft, from this device where it is here, else from the server. Refused with `absent` (the server does not
   * know it or it is not ours), `unreachable` (never seen on this device and no server), `signed-out` or, after thirty days
   * without contact, `locked` until the server answers.
   */
  openDraft(draftId: DraftId): Promise<Outcome<OpenDraft> | LockedCopy>
  /** Opens a draft while the screens are still being put together; the next `openDraft` gets it. Never rejects. */
  openAhead(draftId: DraftId): Promise<void>
  /** The draft opened ahead, if it is open by now, for the first drawing; `openDraft` follows and takes it. */
  openedAhead(draftId: DraftId): OpenDraft | null
  lookAtInvitation(draftId: DraftId, secret: string): Promise<Outcome<InvitationLook>>
  /** Joins; the draft can be opened afterwards. */
  redeemInvitation(draftId: DraftId, secret: string, name: string): Promise<Outcome<DraftId>>
  comeBack: ComingBack
  rescue: Rescue
  /** Looks whether this device and a draft on it will do without a network. */
  openReadiness(draftId: DraftId): Promise<Readiness>
  removal: Removal
  whoseDevice: WhoseDevice
  removedElsewhere: StoreApi<RemovedElsewhere>
  /** Takes a draft off this device, with what was never sent; a member finds it on the server again. */
  removeFromDevice(draftId: DraftId): Promise<void>
  /** Resolves when this device has stored what it can, with whether this page could begin anew and lose nothing. */
  isStored(): Promise<boolean>
  /** Closes every draft and ends background work. */
  close(): Promise<void>
}

export const openAppState = (given: Surroundings = thisBrowser()): AppState => {
  const { device, lock } = lockable(given.device)
  const surroundings = { ...given, device }
  const api = openHttpApi(surroundings.origin, surroundings.fetch)
  const deviceStore = openDeviceStore(surroundings.device)
  renewLogSoon(surroundings.device.databases)
  const desk = new Desk(surroundings, api, deviceStore)
  const shelf = new DraftShelf(desk)
  const ahead = new DraftAhead()
  // The editor comes with it, which the shelf and an invitation do without.
  const openDraft = async (draftId: DraftId) => (await import('./open-draft.ts')).openDraft(desk, draftId)
  const closeAll = async () => {
    shelf.close()
    desk.otherTabs.close()
    await desk.drafts.closeAll()
  }
  return {
    shelf,
    brought: createBroughtStore(),
    openMail: async () => (await import('../sync/mail-api.ts')).createMailApi(surroundings.origin, surroundings.fetch),
    places: async () => (await import('./places.ts')).fetchPlaces(surroundings.origin, surroundings.fetch),
    preferences: openPreferences(surroundings.preferences),
    openDraft: (draftId) => ahead.take(draftId) ?? openDraft(draftId),
    openAhead: (draftId) => {
      // The device is read while the editor is still being fetched. What fails in either fails again, and is told, below.
      import('./open-draft.ts').catch(() => null)
      const reading = readAhead(desk, draftId).catch(() => null)
      return ahead.begin(
        draftId,
        reading.then(() => openDraft(draftId)),
      )
    },
    openedAhead: (draftId) => ahead.opened(draftId),
    lookAtInvitation: (draftId, secret) => lookAtInvitation(desk, draftId, secret),
    redeemInvitation: (draftId, secret, name) => redeemInvitation(desk, draftId, secret, name),
    comeBack: createComingBack(desk),
    // Seldom needed.
    openReadiness: async (draftId) => {
      const [{ createReadiness }, { thisBrowserReadiness }] = await Promise.all([
        import('./ready/readiness.ts'),
        import('./ready/browser-readiness.ts'),
      ])
      return createReadiness(desk, draftId, thisBrowserReadiness())
    },
    rescue: {
      prepare: async () => void (await import('./rescue/save-rescue.ts')),
      save: async (draftId) => (await import('./rescue/save-rescue.ts')).saveRescue(desk, draftId),
      asText: async ({ bytes }, sentence) => (await import('./rescue/rescue-text.ts')).toRescueText(bytes, sentence),
      list: async () => (await import('./rescue/stored-drafts.ts')).listStoredDrafts(desk),
      open: async (file, only) => (await import('./rescue/open-rescue.ts')).openRescue(desk, file, only ?? null),
    },
    removal: {
      listUnsent: async (only) => (await import('./device/removal.ts')).listUnsent(desk, only),
      one: async (draftId) => (await import('./device/removal.ts')).removeOne(desk, draftId),
      everything: async () => (await import('./device/removal.ts')).removeEverything(desk, closeAll, () => lock(null)),
      leaveShared: async () => (await import('./device/removal.ts')).leaveShared(desk, closeAll),
    },
    whoseDevice: {
      isShared: surroundings.isShared === true,
      say: async (isShared) => {
        if (isShared === (surroundings.isShared === true)) return
        if (!rememberWhoseDevice(isShared)) return
        // What cannot be forgotten now can be removed later, by the button for it.
        if (isShared)
          await import('./device/removal.ts').then((removal) => removal.forgetBeginnings(desk)).catch(() => null)
        surroundings.reload()
      },
    },
    removedElsewhere: watchRemoval(desk, lock, closeAll),
    removeFromDevice: (draftId) => desk.remove(draftId),
    isStored: () => desk.drafts.isStored(),
    close: closeAll,
  }
}

/** Leaving a device as if the app had never been there. What is still found afterwards is returned. */
export interface Removal {
  /** What would be lost with a draft, or with all of them. */
  listUnsent(only: DraftId | null): Promise<Unsent[]>
  one(draftId: DraftId): Promise<Left[]>
  /** The session, every draft, choices, caches and the service worker. Afterwards this page can only be left. */
  everything(): Promise<Left[]>
  /** Lets go of a device that belongs to several people, where nothing was kept. */
  leaveShared(): Promise<void>
}

/** Whether this device is one's own, as far as this window was told. */
export interface WhoseDevice {
  isShared: boolean
  /** The page begins anew where that changes what is kept. */
  say(isShared: boolean): Promise<void>
}

/** Drafts as files, for the worst case and for carrying them from device to device. */
export interface Rescue {
  /** Fetches what saving needs, before there is nothing to fetch it from. Rejects when it cannot be had. */
  prepare(): Promise<void>
  /** A draft as one file, open or not, from whatever is still readable of it; null when there is nothing of it here. */
  save(draftId: DraftId): Promise<RescueCopy | null>
  /** The same in letters under a sentence for people, for share sheets that refuse the type. */
  asText(copy: RescueCopy, sentence: string): Promise<string>
  /** The drafts that lie on this device, whatever else is broken. Never rejects. */
  list(): Promise<{ draftId: DraftId; title: string }[]>
  /** Merges a file into its draft; `only` where one draft is on screen and no other is meant. */
  open(file: Blob, only?: DraftId): Promise<RescueOutcome>
}

/** What stands on an invitation, with the call it belongs to. */
export interface InvitationLook {
  view: InvitationView
  call: Call
}

/** What is needed to start an expression of interest. */
export interface DraftStart {
  callId: string
  /** Becomes the value of the call's title field, usually the place. */
  title: string
  facts?: readonly (readonly [fieldId: string, value: FactValue])[]
  person: Person
}

/** The drafts of this device and session. */
export interface Shelf {
  view: StoreApi<ShelfView>
  /** Reads the device and asks the server. Drafts with waiting changes are then delivered one after another. */
  refresh(): Promise<void>
  /** Starts a draft on this device, without a network too. Refused with `invalid` when the call is not known here. */
  start(input: DraftStart): Promise<Outcome<DraftId>>
  startExample(example: ExampleDraft, person: Person): Promise<Outcome<DraftId>>
}
