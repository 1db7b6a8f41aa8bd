import type { access as german } from '../de/access.ts'
import type { Translated } from '../catalogue.ts'

export const access: Translated<typeof german> = {
  roleOf: (name) => `Role of ${name}`,
  remove: 'Remove …',
  removeOf: (name) => `Remove ${name}`,
  removeTitle: (name) => `Remove ${name} from the draft?`,
  removeText:
    'Access ends at once, on open devices too. What was written stays in the draft. What a device had not transferred yet will be here to look at.',
  removeNow: 'Remove',
  failed: 'The server has not accepted this. Try again later.',
  lastOwner: 'This needs somebody else who leads the draft first.',

  pendingTitle: 'Waiting for confirmation',
  confirm: 'Confirm',
  confirmOf: (name) => `Confirm ${name}`,
  decline: 'Decline',
  declineOf: (name) => `Decline ${name}`,
  confirmsWriters: 'New writers only after confirmation',
  confirmsWritersHint: 'Whoever joins to write or to lead waits until somebody who leads confirms.',

  heldBackTitle: 'To look at',
  heldBackIntro: 'Written before the role changed, but arrived afterwards. Not in the draft yet.',
  heldBackUntil: (name, day) => `By ${name}, here until ${day}`,
  written: 'New',
  struck: 'Struck out',
  nothingReadable: 'There is no readable text in it.',
  accept: 'Accept',
  drop: 'Drop',

  sessionsTitle: 'My devices',
  thisSession: 'this device',
  unknownDevice: 'Unknown browser',
  since: (moment) => `signed in ${moment}`,
  seen: (moment) => `last ${moment}`,
  endSession: 'Sign out',
  endSessionOf: (label) => `Sign out ${label}`,
  endOthers: 'Sign out all others',
  sessionEnded: (label) => `${label} is signed out.`,
  othersEnded: 'All other devices are signed out.',

  auditTitle: 'Record',
  auditIntro: 'Who changed what and when, without texts. Each line is chained to the one before.',
  auditHead: (hash) => `Check value ${hash}`,
  auditBroken: (line) => `The chain is broken from line ${line}: the record was changed afterwards.`,
  earlier: 'Show earlier',
  somebody: 'Somebody',
  notLoaded: 'The server cannot tell this right now.',
  events: {
    'draft-started': (who) => `${who} started the draft`,
    'invitation-made': (who, whom, role) => `${who} invited ${whom}: ${role}`,
    'invitation-withdrawn': (who, whom) => `${who} withdrew the invitation for ${whom}`,
    'invitation-used': (who, whom) =>
      who === whom ? `${who} used their own invitation` : `${who} used the invitation for ${whom}`,
    'invitation-refused': (_who, whom) => `The invitation for ${whom} was tried again, in vain`,
    joined: (who, _whom, role) => `${who} joined: ${role}`,
    confirmed: (who, whom) => `${who} confirmed ${whom}`,
    declined: (who, whom) => `${who} did not admit ${whom}`,
    'role-changed': (who, whom, role) => `${who} changed the role of ${whom}: ${role}`,
    'signing-changed': (who, whom) => `${who} decided whether ${whom} may agree for their organisation`,
    removed: (who, whom) => `${who} removed ${whom}`,
    left: (who) => `${who} left the draft`,
    'session-ended': (who) => `${who} signed a device out`,
    'recovery-made': (who) => `${who} created a code for emergencies`,
    'recovery-used': (who) => `${who} came back with the code for emergencies`,
    'passkey-made': (who) => `${who} created a passkey`,
    'passkey-removed': (who) => `${who} removed a passkey`,
    'passkey-used': (who) => `${who} signed in with a passkey`,
    'settings-changed': (who) => `${who} changed whether new writers are confirmed`,
    'held-back': (who) => `Late writing of ${who} arrived to be looked at`,
    'held-back-accepted': (who, whom) => `${who} accepted late writing of ${whom}`,
    'held-back-dropped': (who, whom) => `${who} dropped late writing of ${whom}`,
    'update-refused': (who) => `A change of ${who} was refused`,
    'version-made': (who) => `${who} kept a version`,
    'signed-off': (who) => `${who} spoke for their organisation on the agreement`,
    frozen: (who) => `${who} froze the package`,
    reopened: (who) => `${who} opened the package again`,
    submitted: (who) => `${who} noted the submission`,
    restored: () => 'The server was restored from a backup',
    erased: () => 'Deleted text was removed for good',
    'erasure-announced': () => 'Nobody has written for long: the erasure of the draft was announced',
    'trail-shortened': () => 'Entries older than a year were deleted',
  },

  leave: {
    open: 'Leave the draft …',
    title: (draft) => (draft === '' ? 'Leave this draft?' : `Leave “${draft}”?`),
    stays: 'Everything written stays in the draft, the name with it.',
    goes: 'Access ends on all own devices, and the copy on this device is removed. Only a new invitation leads back.',
    now: 'Leave',
    aloneTitle: 'First the draft needs a second person in the lead',
    alone: (role) =>
      `Nobody else leads this draft. Give another person in the list above the role “${role}”; then leaving is possible.`,
  },

  lost: {
    removedTitle: 'Taking part in this draft has ended',
    readOnlyTitle: 'This draft can now only be read',
    removedText:
      'Whoever leads the draft has ended the participation, or it was ended on another device of one’s own. The copy on this device will be removed.',
    readOnlyText: 'Whoever leads the draft has changed the role.',
    unsent: (count) =>
      count === 1 ? 'The server did not have one own change yet.' : `The server did not have ${count} own changes yet.`,
    handedOver: 'Those who lead have them now to look at. Here they can be saved as a file.',
    notHandedOver: 'The server no longer takes them. Here they can be saved as a file.',
    agreed: (count) =>
      count === 1
        ? 'One sign-off or note of the submission did not arrive any more either, so it does not count.'
        : `${count} sign-offs or notes of the submission did not arrive any more either, so they do not count.`,
    save: 'Save own texts as a file',
    fileName: (title) => `${title} own texts`.trim(),
    goOnRemoved: 'Remove from this device',
    goOnReadOnly: 'Show what the server has',
    saveFirst: 'Save the own texts first.',
    noticeReadOnly:
      'From now on to read only: whoever leads the draft has changed the role. What the server had before is in the draft.',
    rescued:
      'This device read something else than the server, for example a change made in the moment a role changed. From now on the server’s text counts. What was here can be saved as a file:',
    toRescued: 'My expressions of interest',
    noticeWrite: 'From now on to write as well: whoever leads the draft has changed the role.',
    understood: 'Understood',
  },
}
