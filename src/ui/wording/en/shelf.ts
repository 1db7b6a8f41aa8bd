import type { shelf as german } from '../de/shelf.ts'
import type { Translated } from '../catalogue.ts'

export const shelf: Translated<typeof german> = {
  title: 'My expressions of interest',
  start: 'New expression of interest',
  acceptInvitation: 'Accept an invitation',
  openFile: 'Open file',
  startFromFile: 'Begin from a file',
  removeAll: 'Remove everything from this device',
  seeExample: 'See an example',
  exampleFailed: 'The example could not be made. What is on this device is not affected.',
  readyOffline: 'App is ready on this device, even without a network',
  allHere: (count) =>
    count === 1
      ? 'The draft lies complete on this device and opens without a network, too.'
      : 'All drafts lie complete on this device and open without a network, too.',
  untitled: 'Without a name yet',
  callUnknown: 'The call for it is not on this device yet.',
  notHereYet: 'Not on this device yet. Opening it for the first time needs a connection once.',
  partners: 'Organisations taking part',
  lastOpened: (when) => `Last opened ${when}`,
  unread: (count, shown) =>
    count === 1 ? '1 unread entry in the discussion' : `${shown} unread entries in the discussion`,
  rescued: (when) =>
    `The text here had fallen out of step and was fetched from the server again. How it stood here ${when} is kept.`,
  locked: 'No contact with the server for more than 30 days: opens again once there is a connection.',
  ends: (when) =>
    `Nobody has written here for long: the server erases the draft on ${when}. Writing something keeps it.`,
  saveRescued: 'Save as a file',
  done: 'Done',
  doneOf: (done, all) => `${done} of ${all}`,
  requiredSections: 'Required sections',
  begun: (count) => `${count} begun`,
  people: 'Who writes',
  morePeople: (count) => `and ${count} more`,
  continue: 'Continue writing',
  read: 'Read',
  deadline: {
    title: 'Deadline',
    daysLeft: (days, shown) =>
      days === 0 ? 'today is the last day' : days === 1 ? '1 day left' : `${shown} days left`,
    notOpen: 'Not open yet',
    opens: (day) => `from ${day}`,
    over: 'Deadline is over',
    overHint: 'Writing goes on all the same.',
  },
  empty: {
    title: 'The first joint expression of interest begins here',
    text: 'One place, at least three organisations, one text. Written together, even without a network.',
    steps: {
      call: {
        title: 'Choose call and place',
        text: 'Questions, character limits and deadline are then in the draft already.',
      },
      person: { title: 'Name your own organisation and sector' },
      invite: { title: 'Invite partners', text: 'One personal link each. No account, no password.' },
    },
    example: 'Just looking around first?',
  },
  invitation: {
    title: 'Accept an invitation',
    label: 'Link from the invitation',
    hint: 'Copy the whole link from the mail or message and paste it here. The whole text of the mail will do, too.',
    lost: 'All devices lost, but leading a draft?',
    go: 'See the invitation',
    empty: 'Please paste the link here.',
    unreadable: 'There is no complete invitation link in this. Please copy it to the last character.',
    elsewhere: (host) =>
      `This invitation belongs to ${host}. Please open the link there, in the browser’s address bar.`,
  },
}
