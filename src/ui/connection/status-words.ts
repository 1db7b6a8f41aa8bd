import type { SafetyStatus } from '../../state/safety-status.ts'
import type { StatusMark } from '../elements/status-glyph.tsx'
import { unreachable } from '../elements/unreachable.ts'
import type { Catalogue } from '../wording/catalogue.ts'
import type { Format } from '../wording/format.ts'

/** A safety status in the pieces a line is made of. The pieces in their order are the whole sentence. */
export interface StatusWords {
  device: StatusMark
  server: StatusMark
  /** Said in bold before everything else. */
  alarm: string | null
  sentence: string
  /** The waiting changes, which alone carry the amber wash; null when the sentence needs none. */
  count: string | null
  /** What the link is called that saves the draft as a file; null where nothing is in danger. */
  rescue: string | null
  /** Data is in danger: red wash. */
  danger: boolean
}

const calm = { alarm: null, count: null, rescue: null, danger: false }

/** Turns the two facts into words and marks. */
export const statusWords = (status: SafetyStatus, words: Catalogue['connection'], format: Format): StatusWords => {
  const { status: say } = words
  switch (status.name) {
    case 'opening':
      return { ...calm, device: null, server: null, sentence: say.opening }
    case 'live':
      return {
        ...calm,
        device: 'tick',
        server: 'tick',
        sentence: status.at > 0 ? say.live(format.time(status.at)) : say.liveUntimed,
      }
    case 'sending':
      return {
        ...calm,
        device: 'tick',
        server: 'arrow',
        sentence: status.percent === undefined ? say.sending : say.sendingPart(format.number(status.percent)),
        count: say.waiting(status.waiting, format.number(status.waiting)),
      }
    case 'offline':
      return {
        ...calm,
        device: 'tick',
        server: 'clock',
        sentence: say.offline,
        count: say.waiting(status.waiting, format.number(status.waiting)),
      }
    case 'server-full':
      return {
        ...calm,
        device: 'tick',
        server: 'clock',
        sentence: say.serverFull,
        count: status.waiting > 0 ? say.waiting(status.waiting, format.number(status.waiting)) : null,
      }
    case 'quiet-offline':
      return {
        ...calm,
        device: 'tick',
        server: 'dash',
        sentence: status.since === null ? say.quietOfflineUntimed : say.quietOffline(format.time(status.since)),
      }
    case 'signed-out':
      if (status.waiting === 0) return { ...calm, device: 'tick', server: 'dash', sentence: say.signedOutQuiet }
      return {
        ...calm,
        device: 'tick',
        server: 'clock',
        sentence: say.signedOut,
        count: say.waitingHere(status.waiting, format.number(status.waiting)),
      }
    case 'damaged':
      return {
        ...calm,
        device: 'clock',
        server: status.reachable ? (status.waiting > 0 ? 'arrow' : 'tick') : status.waiting > 0 ? 'clock' : 'dash',
        sentence: status.reachable ? say.damaged : say.damagedOffline,
        count: status.waiting > 0 ? say.waiting(status.waiting, format.number(status.waiting)) : null,
      }
    case 'device-failure':
      return {
        device: 'cross',
        server: status.serverHasAll ? 'tick' : 'dash',
        alarm: say.notSaved,
        sentence: say.deviceFailure[status.reason],
        count: null,
        rescue: say.saveFileNow,
        danger: true,
      }
    case 'memory-only':
      return {
        device: status.isShared ? 'dash' : 'cross',
        server: status.serverHasAll ? 'tick' : 'dash',
        alarm: null,
        sentence: !status.isShared ? say.memoryOnly : status.serverHasAll ? say.sharedStored : say.sharedUnsent,
        count: null,
        rescue: status.serverHasAll ? null : say.saveFileNow,
        danger: !(status.isShared && status.serverHasAll),
      }
    case 'refused':
      return {
        device: 'tick',
        server: 'cross',
        alarm: null,
        sentence: say.refused(say.refusedReason[status.refusal]),
        count: null,
        rescue: say.saveFile,
        danger: true,
      }
    default:
      return unreachable(status)
  }
}

/** The whole sentence for assistive technology and for tests. */
export const statusSentence = ({ alarm, sentence, count, rescue }: StatusWords): string => {
  const spoken = [alarm, sentence, count].filter(Boolean).join(' ')
  // Where the link that would end the sentence is left out, the dash before it goes too.
  return rescue ? spoken.replace(/ –$/, '') : spoken
}
