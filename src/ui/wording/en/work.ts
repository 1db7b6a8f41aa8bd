import type { Translated } from '../catalogue.ts'
import type { work as german } from '../de/work.ts'

export const work: Translated<typeof german> = {
  lastEdit: {
    title: 'Last edit',
    what: 'In the end one person makes one text of everything. While a section is closed for that, the others read along; the key facts stay open.',
    offline:
      'Whoever is writing without a connection learns of it later. None of their words is lost: they come into the text and are shown.',
    editor: 'Who makes the last edit',
    nobody: 'Whoever closes the section',
    reason: 'Reason',
    reasonHint: 'Everyone sees it at the section, for example “The text goes to the council tomorrow”.',
    sections: 'Sections',
    closeAll: 'Close all',
    openAll: 'Open all',
    close: 'Close',
    closeOf: (title) => `Close “${title}” for the last edit`,
    open: 'Open again',
    openOf: (title) => `Open “${title}” again`,
    isOpen: 'open to everyone who writes',
    isClosed: (who) => `closed, ${who} writes here`,
    whoMay: 'Those who lead, and whoever is named for the last edit, can close and open.',
  },
  closed: {
    others: (who) => `Closed for the last edit. Only ${who} writes here now.`,
    mine: 'Closed for the others: the last edit is made here.',
    arrives: 'What somebody wrote without a connection still arrives.',
    since: (who, moment) => `Closed by ${who}, ${moment}.`,
    sinceUnknown: (who) => `Closed by ${who}.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  status: {
    of: (title) => `Status of “${title}”`,
    empty: 'Nothing stands here yet: it can be given for review and released once there is something.',
  },
  duty: {
    names: { writes: 'Writes', reviews: 'Reviews', releases: 'Releases' },
    short: { writes: 'writes', reviews: 'reviews', releases: 'releases' },
    says: {
      writes: (who) => `written by ${who}`,
      reviews: (who) => `reviewed by ${who}`,
      releases: (who) => `released by ${who}`,
    },
    nobodyYet: {
      writes: 'Nobody yet. Everyone can write all the same.',
      reviews: 'Nobody yet.',
      releases: 'Nobody yet.',
    },
    byPerson: (person, organisation) => `${person} (${organisation})`,
    nobody: 'Who does what?',
    changeOf: (title, said) => `Who does what in “${title}”${said === '' ? '' : `: ${said}`}`,
    titleOf: (title) => `Who does what: ${title}`,
    what: 'Duty',
    organisation: 'Organisation',
    person: 'Person',
    personHint: 'Without a name it holds for the whole organisation.',
    add: 'Enter',
    remove: (who, duty) => `${duty}: remove ${who}`,
    noPartners: 'Here the organisations of the key facts can be entered. There is none yet.',
    toFacts: 'To the key facts',
  },
  summary: {
    title: 'Who has what',
    nobody: 'No section is given to anybody yet. “Who does what?” stands below each title.',
    unwritten: 'With nobody yet',
  },
  named: (name, organisation) => (organisation === '' ? name : `${name} (${organisation})`),
}
