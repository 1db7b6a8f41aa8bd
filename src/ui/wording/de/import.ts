import type { ImportRefusal } from '../../../domain/imported.ts'

const several = (count: number, shown: string, one: string, many: string) => (count === 1 ? one : `${shown} ${many}`)

const refused: Record<ImportRefusal, string> = {
  empty: 'In dieser Datei stehen keine Wörter.',
  'no-text': 'Das ist keine Textdatei.',
  unknown: 'Dieses Format lässt sich nicht lesen. Es gehen .docx, .odt, .md, .txt und Daten aus Einvernehmen (.json).',
  'old-word':
    'Das ist ein altes Word-Format, oder die Datei hat ein Kennwort. In Word oder LibreOffice öffnen und ohne Kennwort als .docx sichern, dann noch einmal versuchen.',
  pdf: 'Aus einem PDF lässt sich der Text nicht verlässlich holen. Besser die Word- oder LibreOffice-Datei nehmen, aus der es gemacht wurde.',
  rtf: 'Dieses Format (.rtf) lässt sich nicht lesen. In Word oder LibreOffice öffnen und als .docx oder .odt sichern.',
  locked:
    'Die Datei ist mit einem Kennwort geschützt. In der Textverarbeitung ohne Kennwort sichern, dann noch einmal versuchen.',
  damaged:
    'Diese Datei ist beschädigt oder nicht vollständig. Vielleicht lässt sie sich in der Textverarbeitung öffnen und neu sichern.',
  unsafe: 'Diese Datei ist so gebaut, wie es keine Textverarbeitung tut, und wurde vorsichtshalber nicht gelesen.',
  'too-large': 'Diese Datei ist zu groß und wurde nicht gelesen.',
  'too-much':
    'In dieser Datei steht mehr Text, als ein Entwurf fasst. Den Teil, um den es geht, kopieren und hier einfügen.',
}

export const importing = {
  title: 'Aus Datei übernehmen',
  hint: 'Word (.docx), LibreOffice (.odt), Markdown, Text oder ein Entwurf aus Einvernehmen (.json). Die Datei bleibt auf diesem Gerät; eine Vorschau zeigt zuerst, was wohin käme.',
  choose: 'Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  drop: 'Oder die Datei auf die Seite ziehen.',
  paste: 'Oder Text hier einfügen',
  preview: 'Vorschau',
  reading: (name: string) => `„${name}“ wird gelesen …`,
  pasted: 'Eingefügter Text',
  cancel: 'Abbrechen',
  refused,
  failed: 'Das Lesen ist nicht gelungen. Es wurde nichts verändert; bitte noch einmal versuchen.',
  from: (name: string) => `Aus „${name}“`,
  fromDraft: (title: string, call: string) => `Aus „${title}“ (${call})`,
  images: (count: number, shown: string) => several(count, shown, 'Ein Bild bleibt weg.', 'Bilder bleiben weg.'),
  comments: (count: number, shown: string) =>
    several(count, shown, 'Ein Kommentar bleibt weg.', 'Kommentare bleiben weg.'),
  macros: 'Programme (Makros) in der Datei wurden nicht beachtet.',
  guessedLetters: 'Die Datei sagt nicht, wie ihre Umlaute gemeint sind: bitte einen Blick darauf werfen.',
  found: 'Gefunden',
  left: 'Noch ohne Platz',
  withoutHeading: 'Ohne Überschrift',
  onlyHeading: 'Nur eine Überschrift',
  characters: (shown: string) => `${shown} Zeichen`,
  whereTo: (part: string) => `Wohin mit „${part}“?`,
  aside: 'Beiseite lassen',
  by: {
    title: 'Am Titel erkannt',
    question: 'An der Frage erkannt',
    number: 'An der Nummer erkannt',
    similar: 'Ähnlicher Titel – passt das?',
  },
  noPlace: 'Kein Abschnitt erkannt',
  copy: 'Kopieren',
  copyOf: (part: string) => `„${part}“ kopieren`,
  discard: 'Verwerfen',
  discardOf: (part: string) => `„${part}“ verwerfen`,
  copied: 'Kopiert.',
  copyFailed: 'Kopieren ging nicht.',
  after: 'Danach',
  nothingPlaced: 'Noch hat nichts einen Platz. Bei jedem Teil lässt sich wählen, wohin er kommt.',
  how: (section: string) => `Vorhandener Text in „${section}“`,
  append: 'Anhängen',
  replace: 'Ersetzen',
  replaceHint: 'Der bisherige Text lässt sich im Abschnitt mit „Rückgängig“ zurückholen.',
  facts: 'Eckdaten',
  partners: 'Organisationen',
  factThere: (value: string) => `Hier steht schon: ${value}`,
  partnerThere: 'Ist hier schon dabei',
  undeclared: 'Erklärungen und Zustimmungen galten dem anderen Aufruf und kommen nicht mit.',
  takeOver: 'Übernehmen',
  nothingChosen: 'Es ist nichts ausgewählt.',
  taken: (count: number, shown: string) =>
    `${several(count, shown, 'Ein Teil ist', 'Teile sind')} übernommen. In jedem Abschnitt nimmt „Rückgängig“ es in einem Schritt zurück.`,
  closed: 'Ein Abschnitt lässt sich gerade nicht beschreiben; was dorthin sollte, steht noch hier.',
  rest: (count: number, shown: string) => several(count, shown, 'Ein Teil liegt', 'Teile liegen') + ' noch beiseite',
  showRest: 'Ansehen',
  restHint: 'Was noch übrig ist, bleibt auf diesem Gerät beim Entwurf und lässt sich jederzeit einsetzen.',
  restHintUnkept: 'Was noch übrig ist, bleibt hier, bis dieses Fenster geschlossen oder neu geladen wird.',
  startNote: (name: string) =>
    `„${name}“ ist gelesen. Nach dem Beginnen zeigt eine Vorschau, was in welchen Abschnitt käme.`,
  forget: 'Ohne die Datei beginnen',
}
