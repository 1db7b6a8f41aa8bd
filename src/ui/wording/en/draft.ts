import type { draft as german } from '../de/draft.ts'
import type { Translated } from '../catalogue.ts'

export const draft: Translated<typeof german> = {
  opening: 'Opening …',
  safety: 'Saving and transfer',
  skipToText: 'Skip to the text',
  back: 'To the overview',
  toSections: 'To the sections',
  untitled: 'No name yet',
  invite: 'Invite',
  presentPeople: 'Here now',
  morePeople: (count) => `${count} more`,
  hereInShort: (names) => `${names} here`,
  ends: (day) =>
    `Nobody has written here for long: the server erases this draft on ${day}. Writing something keeps it.`,
  newerApp: {
    text: 'This draft was written with a newer version of Einvernehmen. It can be read here; to go on writing, renew the app as soon as there is a network.',
    renew: 'Renew the app',
  },
  nearlyFull:
    'This draft has grown large: more than half of the room the server has for it is taken. What helps most is deleting long pasted texts that nobody needs any more.',
  readOnly: 'Read only',
  readOnlyHint: 'This role reads along. It cannot change the text.',

  deadline: 'Deadline',
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  lastDay: 'last day',
  over: 'closed',
  opensOn: (day) => `from ${day}`,

  menu: 'More',
  copyText: 'Copy text',
  copied: 'Text copied',
  copyFailed: 'The browser does not allow copying. “Save text file” always works.',
  saveText: 'Save text file',
  keys: 'Keys',
  moreHelp: 'More in the help',
  help: 'Help',

  sections: 'Sections',
  showSections: 'Show sections',
  doneOf: (done, all) => `${done} of ${all} done`,
  facts: 'Key facts',
  factsOpen: (count) => (count === 1 ? '1 entry missing' : `${count} entries missing`),
  countOf: (count, limit) => `${count} of ${limit}`,
  stillEmpty: 'still empty',
  voluntary: 'optional',
  waiting: (count) => `${count} waiting`,
  waitingLong: (count) =>
    count === 1 ? '1 change is waiting to be transferred' : `${count} changes are waiting to be transferred`,
  noPresenceOffline: 'Without a connection it is not visible who else is writing.',

  panel: 'Team',
  missing: 'Still missing',
  organisationOf: (sector) => `Organisation: ${sector}`,
  organisationsMissing: (count) => (count === 1 ? 'One more organisation' : `${count} more organisations`),
  tooLong: (title, count) => `${title}: ${count} characters too many`,

  partnersInOrder: 'Submitted by, lead organisation first',
  noPartnersYet: 'No organisation entered yet',
  editFacts: 'Edit key facts',
  showFacts: 'Show all key facts',
  closeFacts: 'Fold key facts',
  factOpen: 'still open',
  belowMinimum: (min) => `This is less than ${min}.`,
  aboveMaximum: (max) => `This is more than ${max}.`,
  outsideAllowed: 'It can be entered all the same.',
  outsideRefused: 'The programme will probably not accept it.',

  certainty: {
    assumed: 'assumed',
    secondary: 'second-hand',
    of: (label, certainty) => `${label}: ${certainty}`,
    assumedMeaning:
      'A proposal, not a quotation: the programme itself has not published this. Compare with the form before submitting.',
    secondaryMeaning:
      'From a page about the programme, not from the programme itself. Compare with the form before submitting.',
    source: (source) => `Source: ${source}`,
  },

  partners: {
    title: 'Who submits',
    nameOf: (name) => `Name of ${name}`,
    sector: 'Side of the new organisation',
    sectorOf: (name) => `Side of ${name}`,
    chooseSector: 'Choose side',
    lead: 'Lead',
    leadOf: (name) => `Lead: ${name}`,
    unnamed: 'Organisation without a name',
    new: 'Another organisation',
    add: 'Add',
    nameNeeded: 'The name of the organisation is missing.',
    sectorNeeded: 'The side on which the organisation stands is missing.',
    remove: (name) => `Remove ${name}`,
    removed: (name) => `“${name}” is removed.`,
    undo: 'Undo',
    missingSector: 'Still missing:',
    missingSectors: 'Still missing:',
    tooFew: (count, minimum) => `${count} of at least ${minimum} organisations.`,
    complete: 'All required sides and enough organisations are there.',
  },

  section: {
    number: (number, all) => `Section ${number} of ${all}`,
    markDone: 'Mark as done',
    isDone: 'Done',
    doneOf: (title) => `${title} is done`,
    reopen: 'Mark as open again',
    emptyNotDone: 'There is nothing here yet.',
    previous: 'Back',
    next: 'Next',
  },

  meter: {
    over: (excess) => `${excess} characters too many`,
    freeShort: (free) => `${free} left`,
    overShort: (excess) => `${excess} too many`,
    near: (free) => `${free} characters left`,
    within: 'Within the limit again',
  },

  tools: {
    label: 'Format text',
    undo: 'Undo',
    redo: 'Redo',
    heading: 'Heading',
    bullet: 'Bullet list',
    numbered: 'Numbered list',
    bold: 'Bold',
    italic: 'Italic',
    link: 'Link',
    closeKeyboard: 'Close keyboard',
    needsSection: 'Click into a section first',
    keys: (keys) => keys.join('+'),
  },

  linkDialog: {
    titleNew: 'Add link',
    titleChange: 'Change link',
    address: 'Address',
    hint: 'A web address, a mail address or a telephone number.',
    invalid: 'This is no web address, mail address or telephone number.',
    insecure: 'Only secure addresses that begin with https:// are possible.',
    set: 'Apply',
    remove: 'Remove link',
  },

  moving: {
    title: 'Moving about the page',
    nextSection: 'To the next section',
    previousSection: 'To the previous section',
    tools: 'Within the toolbar',
    arrows: 'Arrow keys',
    shift: 'Shift',
  },

  tabs: { label: 'View', text: 'Text', sections: 'Sections', team: 'Team' },
}
