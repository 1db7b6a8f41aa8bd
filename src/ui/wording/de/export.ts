/** From the draft to documents. */
export const exporting = {
  title: 'Exportieren',
  intro: (title: string) =>
    `„${title}“ als Dokument, so wie der Entwurf gerade dasteht. Alles entsteht auf diesem Gerät, auch ohne Netz.`,
  newer:
    'Dieser Entwurf wurde mit einer neueren Fassung von Einvernehmen geschrieben. Was nur sie kennt, fehlt in den Dokumenten.',
  save: 'Sichern',
  making: 'Wird erstellt …',
  saved: 'Gesichert. Die Datei liegt bei den Downloads.',
  failed: 'Das hat nicht geklappt. Der Entwurf ist unversehrt; ein anderes Format geht vielleicht.',
  missing: 'Ein Teil der App fehlt auf diesem Gerät. Mit Verbindung noch einmal versuchen.',
  lost: (count: number, shown: string) =>
    count === 1 ? 'Ein Zeichen hat die Schrift des PDF nicht:' : `${shown} Zeichen hat die Schrift des PDF nicht:`,
  lostInstead:
    'Dort stehen Kästchen; beim Kopieren und Vorlesen kommt der richtige Text. In Word, OpenDocument und beim Drucken ist alles zu sehen.',
  discussion: {
    take: 'Kommentare und Vorschläge mitnehmen',
    how: 'In Word als Kommentare und nachverfolgte Änderungen, in den Daten als eigener Teil, sonst als Anhang.',
    nothing: 'Zu diesem Entwurf gibt es noch keine.',
    settled: 'Auch, was schon erledigt ist',
  },
  toDraft: 'Zum Entwurf',
  print: 'Drucken',
  form: {
    title: 'Ins Formular übertragen',
    intro: (call: string) =>
      `Für das Online-Formular von „${call}“: Jedes Feld einzeln kopieren, dort einfügen und hier abhaken. Kopiert wird reiner Text, genau so wie er gezählt ist. Die Haken bleiben auf diesem Gerät.`,
    doneOf: (done: string, all: string) => `${done} von ${all} Feldern übertragen`,
    groups: { fact: 'Eckdaten', partner: 'Organisationen', section: 'Abschnitte' },
    organisation: 'Organisation',
    lead: 'Federführung',
    empty: 'noch leer',
    copy: 'Kopieren',
    copyOf: (label: string) => `Kopieren: ${label}`,
    copied: 'Kopiert',
    copyByHand: 'Der Browser erlaubt das Kopieren nicht. Der Text ist markiert: jetzt Strg+C drücken.',
    done: 'Übertragen',
    changed: 'Seit dem Abhaken geändert: noch einmal kopieren.',
    countOf: (count: string, limit: string) => `${count} von ${limit} Zeichen`,
    over: (excess: string) => `${excess} Zeichen zu viel`,
    toExport: 'Zu den Dokumenten',
    toDraft: 'Zum Entwurf',
  },
  formats: {
    pdf: {
      name: 'PDF',
      purpose: 'Zum Weitergeben, Unterschreiben und Ablegen. Sieht überall gleich aus und lässt sich vorlesen.',
      save: 'PDF sichern',
    },
    docx: { name: 'Word', purpose: 'Zum Weiterbearbeiten in Word, mit Formatvorlagen.', save: 'Word-Datei sichern' },
    odt: {
      name: 'OpenDocument',
      purpose: 'Zum Weiterbearbeiten in LibreOffice und anderen Programmen.',
      save: 'OpenDocument-Datei sichern',
    },
    txt: { name: 'Nur Text', purpose: 'Für E-Mails und alles, was keine Gestaltung kennt.', save: 'Textdatei sichern' },
    json: {
      name: 'Daten',
      purpose: 'Alle Angaben und Texte für andere Programme und fürs Archiv (JSON).',
      save: 'Daten sichern',
    },
  },
}
