import type { Translated } from '../catalogue.ts'
import type { rescue as german } from '../de/rescue.ts'

export const rescue: Translated<typeof german> = {
  title: 'Open file',
  hint: 'A file from Einvernehmen (.eoi or .eoi.txt) brings what was written on another device. Both are merged; nothing is overwritten.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  drop: 'Or drag the file onto the page.',
  reading: 'Reading the file …',
  brought: (count, shown) =>
    count === 1
      ? 'Brought in: 1 change that was missing here.'
      : `Brought in: ${shown} changes that were missing here.`,
  nothingNew: 'Everything in this file was here already.',
  from: (title, name, when) => `“${title}”, saved by ${name}, ${when}`,
  toDraft: 'To the draft',
  refused: {
    'not-a-rescue-file': 'This is not a file from Einvernehmen. Its name should end in .eoi or .eoi.txt.',
    damaged: 'This file is damaged. It may have arrived incomplete: please have it sent again.',
    'too-new': 'This file comes from a newer version of Einvernehmen. Please reload the page and open it again.',
    'too-large': 'This file is too large for a draft and was not read.',
    foreign: 'This file belongs to another draft. It can be opened on the start page if this device takes part there.',
    'no-access':
      'This device does not take part in this draft, so nothing was brought in and nothing was kept. Whoever leads the draft can send an invitation; then open the file again.',
    unreachable:
      'This draft is not on this device yet, and only the server knows whether the device takes part. It cannot be reached right now. Keep the file and open it again with a connection.',
    'may-not-write':
      'This device may only read this draft. Pass the file on to somebody who writes in it; it can be opened there.',
    'draft-full': 'With this file the draft would be too large. Nothing was brought in.',
  },
  failed: 'That did not work. The file is unchanged; please try again.',
}
