import type { Refusal } from '../domain/refusal.ts'

/**
 * How this page stands with the server. `patient` is true for the first two seconds without a line, in which nobody is
 * told yet; `wasLive` says that there was one before on this page. `live` means the first exchange is done and frames
 * are being answered, with `percent` while what is long goes out in parts; `server-full` that the server is there and could not write to its disk when it last tried.
 */
export type ConnectionState =
  | { name: 'off' }
  | { name: 'connecting'; patient: boolean; wasLive: boolean }
  | { name: 'live'; percent?: number }
  | { name: 'server-full' }
  | { name: 'refused'; refusal: Refusal }

export const sameState = (a: ConnectionState, b: ConnectionState): boolean => {
  if (a.name === 'connecting' && b.name === 'connecting') return a.patient === b.patient && a.wasLive === b.wasLive
  if (a.name === 'live' && b.name === 'live') return a.percent === b.percent
  if (a.name === 'refused' && b.name === 'refused') return a.refusal === b.refusal
  return a.name === b.name
}
