/** Words of the documents that are handed in. A call is in German, and so are they, whatever language the app speaks. */
export const documents = {
  facts: 'Eckdaten',
  fact: 'Angabe',
  value: 'Eintrag',
  partners: 'Wer einreicht',
  organisation: 'Organisation',
  side: 'Seite',
  part: 'Rolle',
  lead: 'Federführung',
  yes: 'ja',
  no: 'nein',
  open: 'noch offen',
  empty: 'Noch steht hier nichts.',
  untitled: 'Noch ohne Namen',
  unnamed: 'Organisation ohne Namen',
  asOf: (moment: string) => `Stand: ${moment}`,
  page: (number: number, all: number) => `Seite ${number} von ${all}`,
}
