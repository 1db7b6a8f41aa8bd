import type { Translated } from '../catalogue.ts'
import type { whose as german } from '../de/whose.ts'

export const whose: Translated<typeof german> = {
  question: 'Is this your own device?',
  yes: 'Yes',
  no: 'No',
  hint: 'For example “No” at a computer in the community centre or the library.',
  own: 'The draft is saved on this device and opens without a network too.',
  shared:
    'Nothing stays on this device: the text is only in this window and on the server, and after 30 minutes without input the sign-in ends. Nothing works here without a network.',
  warningTitle: 'Anybody there?',
  warning: (time) =>
    `This device belongs to several people. Without input the sign-in here ends at ${time}. One key is enough to go on.`,
  goOn: 'Go on writing',
  overTitle: 'The sign-in on this device ends',
  unsent: 'Not everything has been sent yet. The window stays open until the server has it or a file is saved.',
  save: 'Save file',
}
