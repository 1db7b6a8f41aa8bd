import type { recovery as german } from '../de/recovery.ts'
import type { Translated } from '../catalogue.ts'

export const recovery: Translated<typeof german> = {
  title: 'Coming back',
  intro: 'For everyone who leads a draft and has no signed-in device left.',
  otherwise: 'No code at hand? Somebody else who leads the draft can send a new invitation. That is enough to be back.',
  code: 'Code from the emergency sheet',
  codeHint: '20 characters. Capitals or small letters, with or without dashes, all the same.',
  go: 'Sign in with the code',
  refused: {
    missing: 'Please enter the code.',
    unreadable: 'This is not what a code looks like: it has 20 letters and digits. Please compare once more.',
    useless:
      'This code is not valid. Perhaps it was used already, or a newer one took its place. Please compare once more.',
    busy: 'Too many attempts. Please wait a minute.',
    unreachable: 'The server cannot be reached right now. Signing in needs a connection once.',
    other: 'This did not work right now. Please try again later.',
  },

  signIn: {
    title: 'With a passkey',
    text: 'Fingerprint, face or PIN on this device, on a phone or with a security key.',
    go: 'Sign in with a passkey',
    calledOff: 'Signing in was cancelled. It can be tried again at any time.',
    useless: 'This passkey is not valid here, or no longer. The code from the emergency sheet works too.',
    codeTitle: 'Or with the code on paper',
  },

  back: {
    title: (name) => `Welcome back, ${name}`,
    text: 'This device is now signed in.',
    codeUsed: 'The code has been used up. A new one can be made in the draft, under “Team”.',
    others: (count) =>
      count === 1 ? 'One other device is still signed in.' : `${count} other devices are still signed in.`,
    othersHint: 'If a device is lost or in the wrong hands, sign it out here. What is on it is not deleted by that.',
    endOthers: 'Sign out all others',
    ended: 'The other devices are signed out.',
    notEnded: 'Signing out did not work. It can be done in the draft too, under “Team”.',
    toDraft: 'To the draft',
  },

  ready: {
    title: 'For emergencies',
    intro: 'So that the draft stays within reach, even if every device is lost.',
    noCode: 'No code on paper yet.',
    codeMade: (day) => `Code on paper, made on ${day}.`,
    make: 'Make a code',
    makeAnew: 'Make a new code',
    replaces: 'The present one is then no longer valid.',
    noPasskey: 'No passkey yet: signing in with fingerprint, face or PIN, on a new device too.',
    makePasskey: 'Make a passkey',
    anotherPasskey: 'Make another passkey',
    passkey: (device) => `Passkey made with ${device}`,
    passkeyMade: (day) => `since ${day}, not used yet`,
    passkeyUsed: (moment) => `last used ${moment}`,
    remove: 'Remove',
    removeOf: (device) => `Remove passkey: ${device}`,
    calledOff: 'Cancelled. No passkey was made.',
    alreadyThere: 'This device has a passkey for this draft already.',
  },

  sheet: {
    title: 'Code for emergencies',
    once: 'The code is shown only now. Please print it or write it down.',
    name: 'Emergency sheet',
    of: (name, organisation) => `${name}, ${organisation}`,
    open: (address) => `Open ${address} in a browser.`,
    enter: 'Enter this code there:',
    remarks: (day) =>
      `Made on ${day}. Valid once. Whoever has this code can lead the draft: please keep it like a key.`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser does not allow copying. Please print it or write it down.',
    print: 'Print',
    done: 'Done',
  },
}
