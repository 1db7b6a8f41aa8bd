import type { join as german } from '../de/join.ts'
import type { Translated } from '../catalogue.ts'

export const join: Translated<typeof german> = {
  title: 'Invitation to write together',
  loading: 'Fetching the invitation …',
  invites: (organisation) => `of ${organisation} invites.`,
  untitled: 'Without a name yet',
  deadline: 'Deadline',
  writers: 'Also writing',
  joinAs: 'Join as',
  changeName: 'Change name',
  name: 'Name',
  nameHint: 'This is how the others see it.',
  nameMissing: 'Please fill in a name the others know.',
  nameTooLong: (limit) => `Please shorten it to ${limit} characters.`,
  roles: {
    owner: 'May write, invite and lead the draft',
    editor: 'May write and invite others',
    commenter: 'May read and comment',
    viewer: 'May read',
  },
  needsConnection: 'Joining needs a connection once. After that everything works without a network, too.',
  noConnection: 'The server is out of reach just now. The invitation stays valid and is remembered in this window.',
  tryAgain: 'Try again',
  join: 'Join',
  joining: 'Joining …',
  goToDraft: 'To the draft',
  alreadyThere: 'This device is already in.',
  failed: 'Joining did not work. The invitation stays valid; please try again in a few minutes.',
  privacy: 'No account, no password. Only those who take part in this draft see name and texts.',
  whatIsStored: 'What is stored',
  decline: 'Decline the invitation',
  declineText:
    'This invitation is forgotten here. The link in the message stays valid until it expires, should things change. Whoever sent it is not told.',
  declineNow: 'Decline',
}
