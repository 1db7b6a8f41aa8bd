import type { Translated } from '../catalogue.ts'
import type { ready as german } from '../de/ready.ts'

export const ready: Translated<typeof german> = {
  title: 'Ready for the meeting?',
  all: 'Ready. Everything is on this device.',
  nearly: (count) =>
    count === 1 ? 'Nearly ready. One thing is missing.' : `Nearly ready. ${count}\u00A0things are missing.`,
  notYet: (count) =>
    count === 1 ? 'Not ready yet. One thing is missing.' : `Not ready yet. ${count}\u00A0things are missing.`,
  looking: 'Checking …',
  checkedAt: (draft, moment) => (draft === '' ? `Checked ${moment}` : `${draft}, checked ${moment}`),
  levels: { ready: 'fine', attention: 'check', missing: 'missing', unknown: 'unknown' },
  checks: {
    app: {
      title: 'App on this device',
      fine: 'It starts without a network, with all its parts.',
      'no-worker': 'Without a network it would not start.',
      incomplete: 'Some parts are still missing.',
      unknown: 'This browser does not tell. Try it: turn the network off once and load the page again.',
    },
    draft: {
      title: 'Draft up to date',
      fine: 'Everything is exchanged.',
      'not-here': 'It was never opened on this device.',
      locked: 'It has had no contact with the server for more than 30 days and opens again once there is a connection.',
      'no-discussion': 'The discussion about the draft is not on this device yet.',
      waiting: 'The others do not have everything written here yet.',
      old: 'The last exchange is a while ago.',
    },
    kept: {
      title: 'Lasting storage',
      fine: 'The browser has promised to delete nothing by itself.',
      memory: 'A private window keeps nothing. Open the draft in an ordinary window.',
      evictable: 'After a week without a visit this device deletes what a web page has stored.',
      'not-promised': 'Short of room, the browser may delete the draft. A private window never keeps it.',
      unknown: 'This browser does not tell. Save a file before the meeting.',
    },
    room: {
      title: 'Free room',
      fine: 'Only a few megabytes are needed.',
      little: 'Storage is nearly full. Delete something on the device.',
      unknown: 'This browser does not tell how much is free.',
    },
    session: {
      title: 'Valid access',
      'ends-soon': 'It ends soon. With a connection to the server it is renewed by itself.',
      ended: 'It has ended. A new invitation brings it back; what was written here stays.',
      unknown: 'Only the server knows, and it is out of reach.',
    },
    clock: {
      title: 'Right time',
      fine: 'It agrees with the server.',
      off: 'In the settings of the device, have date and time set automatically.',
      unknown: 'Comparing needs the server, and it is out of reach.',
    },
  },
  lastContact: (moment) => `Last exchange: ${moment}.`,
  neverMet: 'Never exchanged with the server.',
  waitingHere: (count, shown) => (count === 1 ? '1 change waits.' : `${shown} changes wait.`),
  parts: (here, all) => `${here} of ${all} parts.`,
  free: (size) => `${size} free.`,
  sessionUntil: (day) => `Valid until ${day}.`,
  clockOff: (minutes, isAhead) =>
    `It is ${minutes === 1 ? 'a minute' : `${minutes} minutes`} ${isAhead ? 'fast' : 'slow'}.`,
  repairs: {
    'fetch-app': 'Fetch the app',
    'fetch-draft': 'Exchange now',
    persist: 'Keep for good',
    'refresh-session': 'Renew',
  },
  prepareAll: 'Prepare everything',
  preparing: (done, all) => `Step ${done + 1} of ${all} …`,
  again: 'Check again',
  file: 'Save a file',
  fileText: 'To be safe: the whole draft as one file, to hand on in the hall too.',
  noFile: 'Nothing of this draft is on this device yet.',
  toDraft: 'To the draft',
}
