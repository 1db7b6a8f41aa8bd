import type { Translated } from '../catalogue.ts'
import type { suggesting as german } from '../de/suggesting.ts'

export const suggesting: Translated<typeof german> = {
  mode: {
    name: 'Suggest',
    title: (keys) => `Suggest instead of writing (${keys})`,
    on: 'What is typed stays a suggestion.',
    commenter: 'With this role you make suggestions; those who may write accept them.',
    commenterShort: 'What is typed becomes a suggestion.',
    why: 'Why?',
    hidden: 'Suggestions are hidden.',
    show: 'Show',
    closed: 'Closed: only suggestions here.',
    full: 'The discussion is full and takes no more suggestions.',
    fullOfOwn: 'The discussion takes no more suggestions from one person.',
  },
  inText: 'Show suggestions in the text',
  stuck: {
    title: 'Suggestion not made',
    tooLong:
      'It is too long for a suggestion. Nothing is lost: the words can be copied here and suggested in shorter pieces.',
    full: 'The discussion takes no more suggestions. Nothing is lost: the words can be copied here.',
    notAllowed: 'The present role no longer allows it. Nothing is lost: the words can be copied here.',
    words: 'Words of the suggestion',
    copy: 'Copy',
    copied: 'Copied',
    letGo: 'Discard',
    later: 'Later',
  },
  card: {
    look: 'Another look for',
    accept: 'Accept',
    decline: 'Decline …',
    reopen: 'Open again',
    changed: 'The text has changed here.',
    gone: 'The place is no longer in the text.',
    accepted: (who) => `Accepted by ${who}`,
    declined: (who) => `Declined by ${who}`,
    withdrawn: 'Taken back',
    takenBack: 'The text reads as before again.',
    twice: 'Two people accepted at the same time: the words are in the text twice.',
    takeOutOne: 'Remove one of them',
    mayNot: 'Those who may write in this section can accept it.',
  },
  all: {
    count: (count) => (count === 1 ? '1 open suggestion' : `${count} open suggestions`),
    ofPerson: (name, count) => `Accept all ${count} by ${name}`,
    ofSection: (title, count) => `Accept all ${count} in “${title}”`,
    sure: 'Accept several suggestions?',
    what: 'They come into the text together and are taken back together, one “Undo” for each section.',
    accept: 'Accept',
    left: (count) =>
      count === 1
        ? 'One is still waiting: the text has changed there.'
        : `${count} are still waiting: the text has changed there.`,
    done: (count) => (count === 1 ? '1 suggestion accepted.' : `${count} suggestions accepted.`),
  },
  changed: {
    title: 'The text has changed',
    why: 'Somebody has written on here since this suggestion. Nothing is replaced before it is decided.',
    was: 'How it read when it was suggested',
    now: 'How it reads now',
    nothing: 'The words are no longer there.',
    strike: 'Nothing: the words are to go.',
    proposed: 'How it was suggested',
    replace: 'Replace',
    insert: 'Insert',
    both: 'Keep both',
    decline: 'Decline',
  },
  decline: {
    title: 'Decline the suggestion?',
    reason: 'Why? (voluntary)',
    hint: 'Stands beside the suggestion for everyone to read. No trace stays in the text.',
    decline: 'Decline',
  },
}
