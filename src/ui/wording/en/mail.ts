import type { Translated } from '../catalogue.ts'
import type { mail as german } from '../de/mail.ts'

/** Being told by e-mail. */
export const mail: Translated<typeof german> = {
  title: 'Notification by e-mail',
  intro:
    'When something was said about this draft, a mail comes at most once a day: how many comments and suggestions in which section, and how many of them mean your own organisation. Never the text itself.',
  privacy:
    'The address is kept on the server only. Nobody in the team sees it. It is erased as soon as the notification, the membership or the draft ends.',
  notOffered: 'This server sends no mails.',
  address: 'E-mail address',
  hint: 'It first gets a mail with a link. Nothing more comes before it is confirmed.',
  ask: 'Send the mail to confirm',
  asked: 'Not confirmed yet. The mail with the link is on its way to',
  told: 'Notifications go to',
  move: 'Use another address',
  moving: 'Not confirmed yet; until then the address stays as it was. The mail with the link is on its way to',
  end: 'Unsubscribe and erase the address',
  failures: {
    busy: 'The mail could not be sent just now. Try again later.',
    invalid: 'That is not a complete e-mail address.',
    other: 'The server cannot be reached just now. Try again with a connection.',
  },
  toDraft: 'To the draft',
  links: {
    confirm: {
      title: 'Confirm the address',
      intro: 'Afterwards a mail comes at most once a day when something was said about the draft.',
      press: 'Confirm',
      done: 'Confirmed. You can unsubscribe at any time, in every mail too.',
    },
    end: {
      title: 'Unsubscribe from notifications',
      intro: 'No more mails about this draft will come, and the address is erased.',
      press: 'Unsubscribe',
      done: 'Unsubscribed. The address is erased.',
    },
    unusable: 'This link is no longer good. The menu of the draft lets you ask for notifications anew.',
    failed: 'The server cannot be reached just now. Try again.',
    toShelf: 'To the drafts',
  },
}
