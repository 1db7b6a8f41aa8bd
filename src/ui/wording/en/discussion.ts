import type { Translated } from '../catalogue.ts'
import type { discussion as german } from '../de/discussion.ts'

export const discussion: Translated<typeof german> = {
  title: 'Discussion',
  loading: 'Reading the discussion …',
  places: { draft: 'On the whole draft', facts: 'Key facts', gone: 'Sections that no longer exist' },
  filter: {
    label: 'What is shown',
    open: 'Open',
    ours: 'For us',
    done: 'Done',
    more: 'Filter',
    section: 'Section',
    organisation: 'Organisation',
    all: 'All',
  },
  empty: {
    open: 'Nothing open yet. Select words in the text and press “Comment”: everyone learns what stands out, including those who do not write themselves.',
    ours: 'Here you find what concerns your own organisation: where somebody names it with @, what is said about its sections, and answers to its comments.',
    done: 'Nothing done yet. What has been talked through can be put away as done and opened again later.',
    filtered: 'Nothing has been said about this.',
  },
  reader: 'This role reads. To join in, ask those who lead the draft to allow commenting.',
  removed: 'This device no longer belongs to the draft. What was said stays readable here.',
  newer: (count) =>
    count === 1
      ? 'One more entry needs a newer version of the app.'
      : `${count} more entries need a newer version of the app.`,
  unread: (count) => `${count} unread`,
  allRead: 'Mark all as read',
  isNew: 'New',

  comment: 'Comment',
  newComment: 'New comment',
  about: {
    text: (quote) => `Comment on “${quote}”`,
    section: (title) => `Comment on the section “${title}”`,
    field: (name) => `Comment on “${name}”`,
    draft: 'Comment on the whole draft',
  },
  on: {
    section: (title) => `on the section “${title}”`,
    field: (name) => `on “${name}”`,
    draft: 'on the whole draft',
    text: (quote) => `on “${quote}”`,
  },
  unknownField: 'a field that no longer exists',
  label: (position, count, name, organisation, on) =>
    `Comment ${position} of ${count}, by ${name}, ${organisation}, ${on}`,
  suggestionLabel: (position, count, name, organisation, on) =>
    `Suggestion ${position} of ${count}, by ${name}, ${organisation}, ${on}`,
  settledLabel: (name, organisation, on) => `Comment that is done, by ${name}, ${organisation}, ${on}`,
  suggestion: 'Suggestion',
  gone: 'These words are no longer in the text.',
  position: (position, count) => `${position} of ${count}`,
  previous: 'Previous comment',
  next: 'Next comment',
  showAll: 'Show all',
  showWords: 'Show in the text',
  replies: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  edited: 'changed',
  withdrawn: 'Taken back.',
  resolvedBy: (name) => `Done, says ${name}`,
  waiting: (count) =>
    count === 1 ? '1 entry waits here for the server.' : `${count} entries wait here for the server.`,

  reply: 'Reply',
  replyTo: (name) => `Reply to ${name}`,
  resolve: 'Done',
  reopen: 'Open again',
  edit: 'Change',
  editOf: 'Change the comment',
  withdraw: 'Take back',
  more: 'More',
  send: 'Post comment',
  sendReply: 'Reply',
  save: 'Save',
  cancel: 'Cancel',
  placeholder: 'Write text, name somebody with @',
  free: (count) => `${count} characters left`,
  tooLong: (count) => `${count} characters too many. A comment holds 5,000.`,
  nothing: 'Nothing written yet.',
  mentions: 'Name somebody',
  mentionCount: (count) => (count === 1 ? '1 match for @' : `${count} matches for @`),
  organisationAll: 'everyone in the organisation',
  notAllowed: 'This role can no longer comment. What is written here stays on this device.',
  tooLarge: 'That is more than one entry holds. What is written here stays on this device.',
  staysHere: 'What is written here stays on this device.',

  room: {
    little:
      'More than three quarters of the discussion’s room is taken. Deciding, marking as done and taking back still work afterwards.',
    lead: 'Whoever leads the draft can now bring open matters to an end: decide on suggestions, and agree on what to talk about at a meeting.',
    'little-of-own': 'One’s own entries take more than three quarters of the room the discussion has for each person.',
    acts: 'The discussion is full and takes no new comments and suggestions. Deciding, marking as done and taking back go on. What else there is to say fits into a meeting or straight into the text.',
    'acts-of-own':
      'The discussion takes no more comments and suggestions by one person. The others can go on, and deciding, marking as done and taking back go on here too.',
    nothing:
      'Nothing more can be said or decided here: the discussion is entirely full. It can still be read, and the text can still be written.',
  },
  leftOver: {
    title: 'No room left',
    why: 'These entries arrived when the discussion was already full. The others do not see them; they can be copied here.',
    words: 'What found no room',
    copy: 'Copy',
    copied: 'Copied',
    letGo: 'Remove here',
  },
}
