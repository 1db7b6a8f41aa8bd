import type { Translated } from '../catalogue.ts'
import type { agreement as german } from '../de/agreement.ts'

export const agreement: Translated<typeof german> = {
  title: 'Agreement',
  intro:
    'Each organisation agrees to the exact wording. If anything changes afterwards, its agreement lapses and the difference is shown here.',
  toDraft: 'To the draft',
  toExport: 'To the documents',

  wording: {
    now: 'The draft as it stands now',
    frozen: 'The frozen package',
    characters: (count) => `${count} characters`,
    mark: (short) => `Fingerprint ${short}`,
    whole: 'Whole fingerprint',
    hint: 'The same fingerprint means the same wording, letter by letter. It is in the documents too.',
    copy: 'Copy the fingerprint',
    copied: 'Copied',
    copyFailed: 'The browser does not allow copying. The fingerprint can be selected.',
    waiting: (count) =>
      count === 1
        ? 'One change from here has not been transferred. Others see this wording only afterwards.'
        : `${count} changes from here have not been transferred. Others see this wording only afterwards.`,
  },

  organisations: 'Organisations',
  nobody: 'Nobody submits yet. Organisations are entered in the draft, under who submits.',
  doneOf: (done, all) => `${done} of ${all} agreed`,
  states: {
    agreed: 'Agreed',
    reserved: 'Agreed with a reservation',
    lapsed: 'Lapsed',
    open: 'Open',
    declined: 'Declined',
    waiting: 'Waits to be transferred',
  },
  by: (name, moment) => `${name}, ${moment}`,
  deputy: 'as deputy',
  saidOffline: (moment) => `said without a connection: ${moment}`,
  lapsedHint: 'Was for another wording.',
  declinedBefore: 'Was about an earlier wording.',
  optional: 'does not submit',
  mayBeBy: (names) => `May agree: ${names}`,
  mayBeByNobody: 'Nobody may agree here yet.',
  leadSays: 'Whoever leads the draft decides it.',
  chooseWho: (organisation) => `Who agrees for ${organisation}`,
  choose: 'Choose a person …',
  invite: 'Invite somebody of this organisation first.',
  notAppointed: 'The server did not accept this. Try again later.',

  agree: (organisation) => `Agree for ${organisation}`,
  agreeStill: 'Still agreed',
  agreeAfterAll: 'Agree after all',
  reserve: 'With a reservation …',
  decline: 'Decline …',
  withdraw: 'Withdraw …',
  changed: 'The text has changed',
  changedMeanwhile: (moment) => `Since this page was opened, ${moment}, this reads otherwise:`,
  changedAgain: 'Something more has changed just now. Since this page was opened, this reads otherwise:',
  nothingSigned: 'Nothing has been agreed to yet.',
  agreeAsItIs: 'Agree to this wording',
  reserveAsItIs: 'Agree to this wording with a reservation',
  changedSince: (moment) => `Since the agreement, ${moment}:`,
  noDifference: 'The difference cannot be shown without a connection.',
  erased: 'What stood there then was erased. The difference cannot be shown any more.',
  onlyFormats: 'Only emphasis or structure has changed.',

  reasons: {
    reserve: {
      title: (organisation) => `Agree for ${organisation} with a reservation`,
      label: 'Reservation',
      act: 'Agree with this reservation',
    },
    decline: { title: (organisation) => `Decline for ${organisation}`, label: 'Reason', act: 'Decline' },
    withdraw: {
      title: (organisation) => `Withdraw the agreement of ${organisation}`,
      label: 'Reason',
      act: 'Withdraw',
    },
    hint: 'Everyone sees it here, and it stays.',
    needed: 'Please enter one sentence.',
  },

  waitingIntro:
    'Noted on this device, not yet on the server. As soon as there is a connection, the server checks and records it.',
  waitingMemory: 'This window keeps nothing: leave it open until it is transferred.',
  refusedTitle: 'Not accepted',
  refusals: {
    'may-not-sign': 'By now this person may no longer agree for the organisation.',
    'unknown-version': 'The server does not know this wording. Agree again once everything has been transferred.',
    'other-wording': 'The server reads this wording differently from this device. Reload the page and agree again.',
    overtaken: 'Something else has been said about this meanwhile. Please look at it and decide again.',
    removed: 'This person no longer belongs to the draft.',
    'not-allowed': 'The role no longer allows this.',
    other: 'The server did not accept this.',
  },
  understood: 'Understood',

  sections: 'Section by section',
  sectionsHint: 'Whoever likes agrees to single sections beforehand. For submitting, the whole counts.',
  sectionAgree: 'Agree to section',
  sectionAgreeOf: (title) => `Agree to section: ${title}`,
  sectionState: (organisation, state) => `${organisation}: ${state.toLowerCase()}`,

  findings: {
    title: 'Completeness',
    none: 'By the rules of the call nothing is missing any more.',
    some: (count) => (count === 1 ? '1 point is still open:' : `${count} points are still open:`),
    more: (count) => `and ${count} more`,
  },

  freeze: {
    title: 'Freeze the package',
    intro: 'The wording of now becomes the package to submit. Nobody writes on until it is opened again.',
    act: 'Freeze the package …',
    dialog: 'Freeze the package?',
    missing: (names) => `Not agreed yet: ${names}.`,
    reserved: (names) => `With a reservation: ${names}.`,
    open: (count) =>
      count === 1
        ? 'By the rules of the call 1 point is still open.'
        : `By the rules of the call ${count} points are still open.`,
    complete: 'Everyone has agreed, and by the rules of the call nothing is missing.',
    anyway: 'It can be frozen all the same.',
    now: 'Freeze',
    anywayNow: 'Freeze all the same',
    busy: 'One moment …',
    needsServer: 'Freezing needs a connection to the server.',
    needsAll: 'Only once everything from here has been transferred.',
    onlyLead: 'The package is frozen by whoever leads the draft.',
    failed: 'The server did not accept this. Try again later.',
    done: (name, moment) => `Frozen by ${name}, ${moment}`,
    frozenHint: 'Nobody writes on. Documents and form show the frozen package.',
    late: 'Changes have arrived since it was frozen. They are in the draft, not in the package.',
    reopen: 'Open again …',
    reopenTitle: 'Open the package again?',
    reopenText:
      'The package is then no longer frozen, and everyone can write on. Agreements stay valid until the text changes. What was submitted stays noted.',
    reopenNow: 'Open again',
    reopenNeedsServer: 'Opening needs a connection to the server.',
  },

  receipts: {
    title: 'Submitted',
    intro: 'Note what went where: everyone in the team sees it, and it stays when the package is opened again.',
    whenFrozen: 'This is possible once the package is frozen, on the page about agreement.',
    where: 'Where it was submitted',
    whereHint: 'For example: the programme’s online form, a mail address, a post room.',
    day: 'Day',
    time: 'Time',
    note: 'Reference number or remark',
    whereNeeded: 'Where it was submitted is missing.',
    dayNeeded: 'The day is missing.',
    save: 'Note the submission',
    saved: 'Noted.',
    line: (where, moment) => `${where}, ${moment}`,
    by: (name, moment) => `noted by ${name}, ${moment}`,
    waiting: 'waits to be transferred',
  },

  export: {
    frozen: (title, moment) => `“${title}” as a document, as the package was frozen (${moment}), with the agreements.`,
    unreachable:
      'The frozen package is not on this device yet, and the draft was changed afterwards. Try again with a connection.',
    notPrinted: 'Not printed',
    notHere:
      'The frozen package is not on this device yet, and the draft may read otherwise. Print again with a connection.',
    toAgreement: 'To the agreement',
  },

  history: 'History',
  whole: 'the whole',
  said: {
    agree: (who, what) => `${who} agreed: ${what}`,
    reserve: (who, what) => `${who} agreed with a reservation: ${what}`,
    decline: (who, what) => `${who} declined or withdrew: ${what}`,
    freeze: (who) => `${who} froze the package`,
    reopen: (who) => `${who} opened the package again`,
    submit: (who, where) => `${who} noted the submission: ${where}`,
  },
  person: (name, organisation) => `${name} of ${organisation}`,
}
