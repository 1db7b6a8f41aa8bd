import type { help as german } from '../de/help.ts'
import type { Translated } from '../catalogue.ts'

export const help: Translated<typeof german> = {
  title: 'Help',
  contents: 'On this page',
  what: {
    title: 'What Einvernehmen does',
    text: [
      'Einvernehmen is a shared sheet of paper for an expression of interest. Association, town hall, business and university write the same text, each on their own devices, at the same time or one after another.',
      'Questions, character limits and deadline come from the programme’s call. Where they are assumed rather than proven, it says so.',
    ],
    stepsTitle: 'How it begins',
    steps: [
      'One person starts the draft: they choose call and place and name themselves and their organisation.',
      'They invite the others: one personal link each, without an account or a password.',
      'Everyone writes. Shape, name and organisation show who is writing where.',
    ],
  },
  talking: {
    title: 'Talking about the text',
    text: [
      'Select words and press “Comment”: what there is to say then stands beside the text, with name and organisation. Something can also be said about a whole section, a key fact or the draft. With @ a person or an organisation is addressed.',
      'With “Suggest” one writes as always, but the text of the others stays: what is new is underlined, what is removed is struck through. Whoever may write accepts a suggestion or declines it.',
      'Whoever may only comment can do both. Without a network, too.',
    ],
  },
  submitting: {
    title: 'On the way to submission',
    text: 'Everything for it is in the menu “More”.',
    steps: [
      '“Check” shows what the rules of the call still ask for, and leads to the place.',
      '“Last edit” closes finished sections, so that their wording changes no more. Suggesting goes on.',
      '“Agreement”: each organisation agrees to the exact wording. If anything changes afterwards, its agreement lapses and the difference is shown.',
      'The package is frozen there, too. “Export” turns it into PDF, Word and OpenDocument, and “Carry over into the form” copies field by field.',
      '“History” keeps earlier versions. A section or everything can be brought back from them.',
    ],
  },
  sectors: {
    title: 'The four sectors',
    text: 'Every organisation belongs to one sector. Shape and colour are the same everywhere.',
  },
  offline: {
    title: 'Writing without a network',
    text: [
      'A draft that was opened once lies complete on this device. It opens without a network, too, and writing works as always. Every change is saved on the device at once.',
      'As soon as the server is reached again, the changes go over by themselves and those of the others arrive. Where two people changed the same sentence, both versions remain. No word is lost.',
      'Only three things need a connection: inviting, joining and freezing for submission.',
    ],
    statusTitle: 'What the status line says',
    statusText: 'Two questions, two signs: does this device have everything? Does the server have everything?',
  },
  stored: {
    title: 'What is stored',
    items: {
      device: {
        title: 'On this device',
        text: 'The drafts that were opened here, with all their text and comments. Also name and organisation, so that they need not be typed every time, and the choice of language and colours.',
      },
      server: {
        title: 'On the server',
        text: 'The same drafts with comments, suggestions, versions and agreements, who takes part in them (name, organisation, sector, role, time of joining) and open invitations. An e-mail address only if somebody asks to be notified. Whoever runs the server can read texts and names.',
      },
      cookie: {
        title: 'In the browser',
        text: 'One cookie by which the server recognises this device. It serves for signing in only.',
      },
      nobody: {
        title: 'With nobody else',
        text: 'There is no advertising, no tracking and no request to other providers. Even the typeface comes from the app’s own server.',
      },
    },
    who: 'Only those who take part in a draft see its names and texts.',
  },
  keys: {
    title: 'Keys',
    intro: 'Everything works with a mouse or a finger, too.',
    control: 'Ctrl',
    shift: 'Shift',
    tab: 'Tab',
    space: 'Space',
    andThen: 'then',
    actions: {
      bold: 'Bold',
      italic: 'Italic',
      link: 'Set or change a link',
      undo: 'Undo',
      redo: 'Redo',
      heading: 'Heading',
      numbered: 'Numbered list',
      bullet: 'Bullet list',
      indent: 'In lists: one level deeper',
      outdent: 'In lists: one level higher',
      comment: 'Comment',
      nextComment: 'Next comment',
      previousComment: 'Previous comment',
      suggest: 'Suggest instead of writing, and back',
      keys: 'Show these keys',
    },
    lineStart: {
      bullet: 'Bullet list at the start of a line',
      numbered: 'Numbered list at the start of a line',
    },
  },
}
