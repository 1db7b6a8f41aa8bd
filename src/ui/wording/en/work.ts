import type { Translated } from '../catalogue.ts'
import type { work as german } from '../de/work.ts'

export const work: Translated<typeof german> = {
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
    byPerson: (person, organisation) => `${person} (${organisation})`,
    nobody: 'Who does what?',
    changeOf: (title, said) => `Who does what in “${title}”${said === '' ? '' : `: ${said}`}`,
  },
  summary: {
    title: 'Who has what',
    nobody: 'No section is given to anybody yet. “Who does what?” stands below each title.',
    unwritten: 'With nobody yet',
  },
}
