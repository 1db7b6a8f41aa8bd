/** Giving organisations and people their duties in a section. Comes with the dialog for it. */
export const duties = {
  nobodyYet: {
    writes: 'Noch niemand. Schreiben können trotzdem alle.',
    reviews: 'Noch niemand.',
    releases: 'Noch niemand.',
  },
  titleOf: (title: string) => `Wer macht was: ${title}`,
  what: 'Aufgabe',
  organisation: 'Organisation',
  person: 'Person',
  personHint: 'Ohne Namen gilt es für die ganze Organisation.',
  add: 'Eintragen',
  remove: (who: string, duty: string) => `${duty}: ${who} entfernen`,
  noPartners: 'Hier lassen sich die Organisationen eintragen, die in den Eckdaten stehen. Noch steht dort keine.',
  toFacts: 'Zu den Eckdaten',
}
