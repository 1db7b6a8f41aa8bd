import type { Translated } from '../catalogue.ts'
import type { install as german } from '../de/install.ts'

export const install: Translated<typeof german> = {
  title: 'Best as an app',
  offer: 'Install as an app',
  offerText: 'As an app it starts in a window of its own, and the browser is more likely to keep its storage.',
  readyText:
    'On the home screen, storage stays. The app begins there with storage of its own and therefore needs another invitation.',
  firstTitle: 'Before the first word: keep it as an app',
  firstText:
    'In the browser this device deletes what a web page has stored after a week without a visit. On the home screen it stays. The app begins there with storage of its own, so best do it now.',
  steps: {
    share: 'Tap “Share”, at the bottom or behind “…”',
    add: 'Choose “Add to Home Screen”',
    open: 'Open Einvernehmen from there',
  },
  invitation: 'In the app choose “Accept an invitation” and paste this link:',
  copy: 'Copy the invitation’s link',
  copied: 'Copied',
  copyFailed: 'Copying is not possible here. Take the link from the message it came with.',
  stay: 'Go on in the browser',
}
