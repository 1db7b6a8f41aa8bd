import type { start as german } from '../de/start.ts'
import type { Translated } from '../catalogue.ts'

export const start: Translated<typeof german> = {
  title: 'New expression of interest',
  intro: 'Three things to fill in, then the writing can begin. All of it can be changed later.',
  call: 'Call',
  callHint: 'Questions and character limits come from the call.',
  scope: (sections, shown) => (sections === 1 ? '1 section' : `${shown} sections`),
  deadline: {
    open: (day, left) => `Deadline ${day}, ${left}`,
    notOpen: (opens, closes) => `Open from ${opens} to ${closes}`,
    over: (day) => `Deadline was ${day}`,
  },
  overNote: 'The deadline of this call is over. Drafting works all the same, for practice or for the next round.',
  noCalls: {
    title: 'No call on this device yet',
    text: 'The calls come from the server once; after that a draft can be started without a network, too. The server is out of reach just now.',
    loading: 'Loading the calls …',
    tryAgain: 'Try again',
  },
  place: 'Place',
  placeMissing: 'Without a name the draft is hard to find again. A provisional one will do.',
  person: 'About yourself',
  name: 'Your name',
  nameHint: 'This is how the others see it.',
  nameMissing: 'Please fill in a name the others know.',
  organisation: 'Organisation',
  organisationHint: 'Association, office, business or institution, as it should stand in the expression of interest.',
  organisationMissing: 'Please fill in the organisation.',
  sector: 'Sector of the organisation',
  sectorMissing: 'Please choose a sector.',
  tooLong: (limit) => `Please shorten it to ${limit} characters.`,
  submit: 'Begin writing',
  offlineNote:
    'The draft is made on this device, even without a network. It goes to the server as soon as that is reached.',
  memoryNote:
    'This browser keeps nothing, as is usual in private windows. What the server does not have yet is lost when it is closed.',
  failed: 'The draft could not be made. What was filled in is still there; please try again.',
}
