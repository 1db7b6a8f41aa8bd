import type { Translated } from '../catalogue.ts'
import type { lastEdit as german } from '../de/last-edit.ts'

export const lastEdit: Translated<typeof german> = {
  dialog: {
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
    mineSince: (moment) => `Since: ${moment}.`,
    sinceUnknown: (who) => `Closed by ${who}.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  named: (name, organisation) => (organisation === '' ? name : `${name} (${organisation})`),
}
