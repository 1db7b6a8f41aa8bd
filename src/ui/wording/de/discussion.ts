/** What people say about a draft. Comes with the screen that says it, not with the app. */
export const discussion = {
  title: 'Diskussion',
  loading: 'Diskussion wird gelesen …',
  places: { draft: 'Zum ganzen Entwurf', facts: 'Eckdaten', gone: 'Abschnitte, die es nicht mehr gibt' },
  filter: {
    label: 'Was gezeigt wird',
    open: 'Offen',
    ours: 'Für uns',
    done: 'Erledigt',
    more: 'Filtern',
    section: 'Abschnitt',
    organisation: 'Organisation',
    all: 'Alle',
  },
  empty: {
    open: 'Noch nichts Offenes. Wörter im Text markieren und „Kommentieren“ drücken: So erfahren alle, was auffällt, auch wer selbst nicht mitschreibt.',
    ours: 'Hier steht, was die eigene Organisation angeht: wo jemand sie mit @ nennt, was zu ihren Abschnitten gesagt wird, und Antworten auf eigene Kommentare.',
    done: 'Noch nichts erledigt. Was besprochen ist, lässt sich als erledigt ablegen und später wieder öffnen.',
    filtered: 'Dazu ist nichts gesagt.',
  },
  reader: 'Die eigene Rolle ist Lesen. Wer mitreden möchte, kann die Leitung des Entwurfs um das Kommentieren bitten.',
  removed: 'Dieses Gerät gehört nicht mehr zum Entwurf. Was gesagt wurde, bleibt hier lesbar.',
  newer: (count: number) =>
    count === 1
      ? 'Ein weiterer Beitrag braucht eine neuere Fassung der App.'
      : `${count} weitere Beiträge brauchen eine neuere Fassung der App.`,
  unread: (count: number) => (count === 1 ? '1 ungelesen' : `${count} ungelesen`),
  allRead: 'Alles als gelesen merken',
  isNew: 'Neu',

  comment: 'Kommentieren',
  newComment: 'Neuer Kommentar',
  about: {
    text: (quote: string) => `Kommentar zu „${quote}“`,
    section: (title: string) => `Kommentar zum Abschnitt „${title}“`,
    field: (name: string) => `Kommentar zu „${name}“`,
    draft: 'Kommentar zum ganzen Entwurf',
  },
  on: {
    section: (title: string) => `zum Abschnitt „${title}“`,
    field: (name: string) => `zu „${name}“`,
    draft: 'zum ganzen Entwurf',
    text: (quote: string) => `zu „${quote}“`,
  },
  unknownField: 'ein Feld, das es nicht mehr gibt',
  label: (position: number, count: number, name: string, organisation: string, on: string) =>
    `Kommentar ${position} von ${count}, von ${name}, ${organisation}, ${on}`,
  suggestionLabel: (position: number, count: number, name: string, organisation: string, on: string) =>
    `Vorschlag ${position} von ${count}, von ${name}, ${organisation}, ${on}`,
  settledLabel: (name: string, organisation: string, on: string) =>
    `Erledigter Kommentar von ${name}, ${organisation}, ${on}`,
  suggestion: 'Vorschlag',
  gone: 'Diese Wörter stehen nicht mehr im Text.',
  position: (position: number, count: number) => `${position} von ${count}`,
  previous: 'Voriger Kommentar',
  next: 'Nächster Kommentar',
  showAll: 'Alle zeigen',
  showWords: 'Im Text zeigen',
  replies: (count: number) => (count === 1 ? '1 Antwort' : `${count} Antworten`),
  edited: 'geändert',
  withdrawn: 'Zurückgenommen.',
  resolvedBy: (name: string) => `Erledigt von ${name}`,
  waiting: (count: number) =>
    count === 1 ? '1 Beitrag wartet hier auf den Server.' : `${count} Beiträge warten hier auf den Server.`,

  reply: 'Antworten',
  replyTo: (name: string) => `Antwort an ${name}`,
  resolve: 'Erledigt',
  reopen: 'Wieder öffnen',
  edit: 'Ändern',
  editOf: 'Kommentar ändern',
  withdraw: 'Zurücknehmen',
  more: 'Weiteres',
  send: 'Kommentar abgeben',
  sendReply: 'Antworten',
  save: 'Übernehmen',
  cancel: 'Abbrechen',
  placeholder: 'Text schreiben, mit @ jemanden nennen',
  free: (count: string) => `Noch ${count} Zeichen frei`,
  tooLong: (count: string) => `${count} Zeichen zu viel. Ein Kommentar fasst 5.000 Zeichen.`,
  nothing: 'Noch steht nichts da.',
  mentions: 'Jemanden nennen',
  mentionCount: (count: number) => (count === 1 ? '1 Treffer für @' : `${count} Treffer für @`),
  organisationAll: 'alle in der Organisation',
  notAllowed: 'Kommentieren geht mit der eigenen Rolle nicht mehr. Was hier steht, bleibt auf diesem Gerät.',
  tooLarge: 'Das ist mehr, als in einen Beitrag passt. Was hier steht, bleibt auf diesem Gerät.',
  staysHere: 'Was hier steht, bleibt auf diesem Gerät.',

  room: {
    little:
      'Die Diskussion ist zu mehr als drei Vierteln voll. Entscheiden, Erledigen und Zurücknehmen geht auch danach noch.',
    lead: 'Wer den Entwurf leitet, kann jetzt Offenes zu Ende bringen: Vorschläge entscheiden und verabreden, was im Treffen besprochen wird.',
    'little-of-own':
      'Die eigenen Beiträge füllen mehr als drei Viertel des Platzes, den die Diskussion für jede Person hat.',
    acts: 'Die Diskussion ist voll und nimmt keine neuen Kommentare und Vorschläge mehr auf. Entscheiden, Erledigen und Zurücknehmen geht weiter. Was noch zu sagen ist, passt in ein Treffen oder gleich in den Text.',
    'acts-of-own':
      'Mehr Kommentare und Vorschläge von einer Person nimmt die Diskussion nicht auf. Die anderen können weiter mitreden, und Entscheiden, Erledigen und Zurücknehmen geht auch hier weiter.',
    nothing:
      'Hier lässt sich nichts mehr sagen und nichts mehr entscheiden: Die Diskussion ist ganz voll. Lesen lässt sie sich weiterhin, und der Text lässt sich weiter schreiben.',
  },
  leftOver: {
    title: 'Kein Platz mehr',
    why: 'Diese Beiträge kamen an, als die Diskussion schon voll war. Die anderen sehen sie nicht; hier lassen sie sich kopieren.',
    words: 'Was keinen Platz fand',
    copy: 'Kopieren',
    copied: 'Kopiert',
    letGo: 'Hier entfernen',
  },
}
