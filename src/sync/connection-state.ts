import type { Refusal } from '../domain/refusal.ts'

/**
 * How this page stands with the server. `patient` is true for the first two seconds without a line, in which nobody is
 * told yet; `wasLive` says that there was one before on this page. `live` means the first exchange is done and frames
 * are being answered.
 */
export type ConnectionState =
  | { name: 'off' }
  | { name: 'connecting'; patient: boolean; wasLive: boolean }
  | { name: 'live' }
  | { name: 'refused'; refusal: Refusal }
