import type { Translated } from '../catalogue.ts'
import type { duties as german } from '../de/duties.ts'

export const duties: Translated<typeof german> = {
  nobodyYet: {
    writes: 'Nobody yet. Everyone can write all the same.',
    reviews: 'Nobody yet.',
    releases: 'Nobody yet.',
  },
  titleOf: (title) => `Who does what: ${title}`,
  what: 'Duty',
  organisation: 'Organisation',
  person: 'Person',
  personHint: 'Without a name it holds for the whole organisation.',
  add: 'Enter',
  remove: (who, duty) => `${duty}: remove ${who}`,
  noPartners: 'Here the organisations of the key facts can be entered. There is none yet.',
  toFacts: 'To the key facts',
}
