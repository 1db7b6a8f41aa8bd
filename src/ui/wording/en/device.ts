import type { Translated } from '../catalogue.ts'
import type { device as german } from '../de/device.ts'

export const device: Translated<typeof german> = {
  removeOne: 'Remove from this device',
  removeAll: 'Remove everything from this device',
  oneText: (title) =>
    `“${title}” will leave this device, with everything the browser has kept of it. On the server and with the others the draft stays as it is.`,
  allText:
    'All drafts, the sign-in and the app itself will leave this browser. On the server and with the others the drafts stay as they are. The only ways back are a new invitation or the code from the emergency sheet.',
  unsentTitle: 'Not everything has been sent yet',
  unsentText: 'What the server does not have exists only here. It can be removed once it is sent or saved as a file.',
  unsent: (title, count, shown) => (count === 1 ? `“${title}”: 1 change` : `“${title}”: ${shown} changes`),
  isElsewhere: 'Only in another window, where it is not saved yet. Please look there.',
  save: 'Save file',
  saved: 'saved',
  saveFirst: 'Let it be sent or save it as a file first.',
  remove: 'Remove',
  removing: 'Removing …',
  cancel: 'Cancel',
  doneTitle: 'Removed',
  doneOne: 'Nothing of it is left on this device. This has just been checked.',
  doneAll: 'Nothing of Einvernehmen is left on this device. This has just been checked. The window can be closed.',
  doneFiles: 'Saved files are still where the browser puts files.',
  left: {
    draft: 'The draft could not be removed. Close other windows with Einvernehmen and try again.',
    databases: 'Not all drafts could be removed. Close other windows with Einvernehmen and try again.',
    choices: 'The settings could not be removed.',
    app: 'The app itself could not be removed completely. Delete this site’s data in the browser’s settings.',
    session:
      'The server could not be reached: this browser is still signed in there. Try again with a connection, or delete this site’s cookies.',
  },
  toStart: 'To the start page',
  again: 'Try again',
}
