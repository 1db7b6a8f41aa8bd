import type { connection as german } from '../de/connection.ts'
import type { Translated } from '../catalogue.ts'

export const connection: Translated<typeof german> = {
  status: {
    opening: 'Opening …',
    live: (time) => `Everything transferred · ${time}`,
    liveUntimed: 'Everything transferred',
    sending: 'Transferring …',
    sendingPart: (percent: string) => `Transferring … ${percent}%`,
    offline: 'No connection – saved on this device.',
    serverFull: 'The server cannot take anything in right now – saved on this device.',
    quietOffline: (time) => `No connection since ${time} – nothing is waiting`,
    quietOfflineUntimed: 'No connection – nothing is waiting',
    notSaved: 'Not saved!',
    deviceFailure: {
      full: 'Storage is full.',
      closed: 'The browser has closed its storage.',
      silent: 'The storage of this device does not answer.',
      newer: 'This page is older than the copy on this device, please reload.',
      unknown: 'The storage of this device accepts nothing.',
    },
    damaged: 'A part of the copy on this device was damaged and is being completed by the server.',
    damagedOffline:
      'A part of the copy on this device was damaged. The server completes it as soon as it can be reached.',
    sharedStored: 'Shared device: everything is on the server, nothing stays here',
    sharedUnsent: 'Shared device: not everything is transferred yet, keep the window open',
    memoryOnly: 'Private window: lost when it is closed',
    signedOut: 'Signed out –',
    signedOutQuiet: 'Signed out – nothing is waiting',
    refused: (reason) => `The server does not accept changes (${reason}) –`,
    refusedReason: {
      absent: 'draft removed or no longer shared',
      'signed-out': 'signed out',
      'not-allowed': 'role changed',
      pending: 'joining not confirmed yet',
      removed: 'no longer a member',
      'last-owner': 'the only owner',
      'invitation-unusable': 'invitation no longer valid',
      'already-there': 'already there',
      invalid: 'not readable',
      'too-large': 'too large',
      'draft-full': 'the draft is full, please shorten it and reload',
      'taken-id': 'they come from an earlier membership, please reload',
      'app-too-old': 'this app is too old, please reload',
      busy: 'overloaded',
      unreachable: 'out of reach',
    },
    waiting: (count, shown) => (count === 1 ? '1 change is waiting' : `${shown} changes are waiting`),
    waitingHere: (count, shown) => (count === 1 ? '1 change is waiting here' : `${shown} changes are waiting here`),
    saveFileNow: 'Save a file …',
    saveFile: 'Save a file',
  },
  refusal: {
    absent: {
      title: 'There is no such draft here',
      text: 'Either it no longer exists, or it is not shared with this device. From here both look the same.',
      advice: [
        'Whoever leads the draft can send a new invitation. One personal link is enough.',
        'An invitation holds for the device and browser in which “Join” was pressed. Perhaps it was another one.',
      ],
    },
    pending: {
      title: 'Nearly there: joining waits for confirmation',
      text: 'Whoever leads this draft confirms new writers by hand. This page opens the draft by itself as soon as that is done.',
      advice: [
        'Nothing else to do. The window may be closed, the place is kept.',
        'If it is urgent: tell the person the invitation came from.',
      ],
    },
    removed: {
      title: 'This device no longer takes part in this draft',
      text: 'Whoever leads the draft has ended the participation.',
      advice: ['The person the invitation came from can help. A new invitation is enough to come back.'],
    },
    'invitation-unusable': {
      title: 'This invitation cannot be used',
      text: 'It has been used, withdrawn or has expired, or the link is not complete.',
      advice: [
        'Copy the whole link from the message again, to the last character.',
        'Otherwise ask for a new one: every invitation is for one person and works once.',
      ],
    },
    'signed-out': {
      title: 'This device is no longer signed in',
      text: 'The server does not recognise this device any more. What was written here stays on the device.',
      advice: ['A new invitation is all it takes. Whoever leads the draft can send one.'],
    },
    unreachable: {
      title: 'This draft is not on this device yet',
      text: 'It needs a connection to the server once, and the server is out of reach just now. After that it opens without a network, too.',
      advice: ['Try again as soon as there is a network. Nothing is lost by that.'],
    },
    other: {
      title: 'That did not work just now',
      text: 'The server did not accept the request. What was written on this device stays here.',
      advice: ['Try again in a few minutes.'],
    },
    'app-too-old': {
      title: 'This app is older than the draft',
      text: 'The draft was written with a newer version of Einvernehmen.',
      advice: ['Reload the page. What was written on this device stays here.'],
    },
    'no-such-page': {
      title: 'There is no such page',
      text: 'Perhaps the address is not complete.',
      advice: ['All drafts are on the start page.'],
    },
    whatToDo: 'What helps now',
    toShelf: 'To my drafts',
    tryAgain: 'Try again',
    reload: 'Reload the page',
  },
  crash: {
    saveFile: (title) => `Save “${title}” as a file`,
    saveFailed: 'That did not work either.',
    title: 'The screen has stopped',
    missingPart: 'A part of the app could not be loaded',
    missingPartText:
      'Usually only the connection is missing, or the app was renewed meanwhile. Reloading helps as soon as there is a network.',
    safe: 'The text is not affected: every change is saved on this device while it is typed, not at the end.',
    unsafe:
      'This browser saves nothing on the device. What the server did not have yet may be lost when the page is reloaded.',
    reload: 'Reload',
    details: 'For technicians',
  },
  update: {
    waiting: 'A new version of Einvernehmen is here.',
    elsewhere: 'Einvernehmen was renewed in another window.',
    safe: 'The text is kept.',
    hindrance: {
      'unsaved-here': 'Something here is not saved yet. The switch waits until it is saved or transferred.',
      'unsaved-elsewhere': 'Something in another window is not saved yet. Have a look there, then try again.',
    },
    apply: 'Switch now',
    later: 'Later',
  },
}
