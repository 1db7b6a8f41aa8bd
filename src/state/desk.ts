import { documentsOf } from '../domain/document-id.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import type { DeviceStore, KeptDraft } from '../storage/device-store.ts'
import { removeDraft } from '../storage/draft-storage.ts'
import { removeKeptSuggestions } from '../storage/kept-suggestions.ts'
import { removeKeptVersions } from '../storage/versions-database.ts'
import { within } from '../storage/within.ts'
import type { HttpApi } from '../sync/http-api.ts'
import { deliverInBackground } from './background-delivery.ts'
import { noOtherTabs } from './device/other-tabs.ts'
import { KnownCalls } from './known-calls.ts'
import { LiveDraft } from './live-draft.ts'
import { LiveDrafts } from './live-drafts.ts'
import type { Surroundings } from './surroundings.ts'

const removalLimitMs = 5_000

const ended = (step: Promise<void>): Promise<void> => within(removalLimitMs, step).catch(() => undefined)

/** What everything here works with: the device, the server, the calls and the drafts at work. */
export class Desk {
  readonly surroundings: Surroundings
  readonly api: HttpApi
  readonly deviceStore: DeviceStore
  readonly calls: KnownCalls
  readonly drafts = new LiveDrafts()
  /** Of this browser, where something is taken off this device; see `watchRemoval`. */
  otherTabs = noOtherTabs

  constructor(surroundings: Surroundings, api: HttpApi, deviceStore: DeviceStore) {
    this.surroundings = surroundings
    this.api = api
    this.deviceStore = deviceStore
    this.calls = new KnownCalls(api, deviceStore)
  }

  /** What does not answer, or another tab holds on to, is left: whoever must know looks afterwards. */
  async remove(draftId: DraftId): Promise<void> {
    const { device } = this.surroundings
    await ended(this.drafts.closeNow(draftId))
    await Promise.all([
      ...documentsOf(draftId).map((documentId) => ended(removeDraft(documentId, device))),
      ended(removeKeptVersions(draftId, device)),
      ended(removeKeptSuggestions(draftId, device)),
    ])
    await ended(this.deviceStore.removeDraft(draftId))
  }

  /** Takes up a draft this device has a record of, `kept` if it was read just now; `drafts.release` lets go of it. */
  async hold(draftId: DraftId, kept: KeptDraft | null = null): Promise<Outcome<LiveDraft>> {
    const live = this.drafts.get(draftId)
    if (live) return accepted(await this.drafts.hold(draftId, () => live))
    const here = kept ?? (await this.deviceStore.readDraftAndCall(draftId))
    const { record } = here
    if (!record) return refused('absent')
    const call = here.call ? accepted(here.call) : await this.calls.find(record.callId)
    if (!call.ok) return call
    return accepted(await this.drafts.hold(draftId, () => this.#begin(new LiveDraft(this, record, call.value))))
  }

  #begin(live: LiveDraft): Promise<LiveDraft> {
    deliverInBackground(live)
    return live.start()
  }
}
