import type { elements as german } from '../de/elements.ts'
import type { Translated } from '../catalogue.ts'

export const elements: Translated<typeof german> = {
  appName: 'Einvernehmen',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  optional: 'optional',
  pleaseChoose: 'Please choose',
  notANumber: 'Digits only, please, for example 23,418.',
  yes: 'Yes',
  no: 'No',
  skipToContent: 'Skip to content',
  loading: 'Loading …',
  pleaseWait: 'One moment …',
  settings: 'Settings',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'Same as device', light: 'Light', dark: 'Dark' },
  sectors: {
    civil: 'Civil society',
    administration: 'Administration',
    business: 'Business',
    science: 'Science',
  },
  sectorUnknown: 'Sector not named yet',
  roles: { owner: 'Lead', editor: 'Write', commenter: 'Comment', viewer: 'Read' },
  progress: { empty: 'empty', begun: 'begun', done: 'done' },
  meter: {
    label: 'Character limit',
    within: (count, limit, free) => `${count} of ${limit} characters · ${free} left`,
    over: (excess) => `${excess} characters too many`,
    overRest: (count, limit) => `${count} of ${limit}`,
  },
}
