import { readApplication } from '../../document/read-application.ts'
import type { Application } from '../../domain/application.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { accepted, type Outcome, type Refusal } from '../../domain/refusal.ts'
import type { LiveDraft } from '../live-draft.ts'
import type { VersionEntry } from './version-shelf.ts'

/**
 * Keeps the draft as it stands for somebody who agrees to it, unless there is a version that says the same and stays.
 * Returns its id.
 */
export const keepForAgreement = async (live: LiveDraft): Promise<string> => {
  const versions = await live.versions()
  const print = fingerprint(readApplication(live.doc, live.call))
  const stays = ({ kind, isErased, refusal }: VersionEntry) => kind !== 'automatic' && !isErased && refusal === null
  const same = versions.view.getState().entries.find((entry) => entry.fingerprint === print && stays(entry))
  return (same ?? (await versions.keep('agreement', '', false))).id
}

/** Whether a version is still on its way to the server, or why that does not take it; null when it has it. */
export const deliver = async (live: LiveDraft, id: string): Promise<'waiting' | Refusal | null> => {
  const versions = await live.versions()
  await versions.whenDelivered()
  const entry = versions.view.getState().entries.find((each) => each.id === id)
  return entry?.refusal ?? (entry?.isWaiting ? 'waiting' : null)
}

/** What a version says; `unreachable` where it is neither here nor to be had, `absent` where it was erased. */
export const readVersion = async (live: LiveDraft, id: string): Promise<Outcome<Application>> => {
  const versions = await live.versions()
  if (!versions.view.getState().entries.some((entry) => entry.id === id)) {
    const told = await versions.refresh()
    if (!told.ok) return told
  }
  const version = await versions.open(id)
  if (!version.ok) return version
  const application = readApplication(version.value, live.call)
  version.value.destroy()
  return accepted(application)
}
