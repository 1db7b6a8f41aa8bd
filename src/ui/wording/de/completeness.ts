/** What the call's rules say of the draft. Comes with the panel that says it, not with the app. */
export const completeness = {
  title: 'Vollständigkeit',
  open: (count: number) =>
    count === 1 ? 'Noch 1 Punkt bis zum Einreichen' : `Noch ${count} Punkte bis zum Einreichen`,
  nothingOpen: 'Alles da',
  nothingOpenHint: 'Nach den Regeln des Aufrufs fehlt nichts mehr.',
  checkedHere: 'Wird auf diesem Gerät geprüft, auch ohne Netz.',
  doneOf: (done: string, all: string) => `${done} von ${all}`,
  voluntary: 'freiwillig',
  ends: (day: string, time: string | null, zone: string) =>
    `Frist: ${day}${time === null ? '' : `, ${time} Uhr`} (${zone})`,
  opens: (day: string) => `Einreichen geht ab ${day}.`,
  left: (days: number) =>
    days === 0 ? 'Heute ist der letzte Tag.' : days === 1 ? 'Noch 1 Tag.' : `Noch ${days} Tage.`,
  over: 'Die Frist ist vorbei. Vor dem Einreichen beim Programm nachfragen.',
  extended: (before: string, first: string | null) =>
    first === null ? `Verlängert; vorher bis ${before}.` : `Verlängert; vorher bis ${before}, zuerst bis ${first}.`,
  spaces: (spaces: boolean, lineBreak: number) =>
    `${spaces ? 'Mit' : 'Ohne'} Leerzeichen gezählt, ein Zeilenumbruch als ${lineBreak} Zeichen.`,
  promises: 'Hier festhalten, wer was zugesagt hat. Verbindlich wird es erst, wenn die Organisationen zustimmen.',
  noOrganisation: 'Sobald eine Organisation eingetragen ist, steht sie hier.',
  read: 'Nachlesen',
  whole: 'gemeinsam',
  known: 'bekannt',
  checks: {
    facts: 'Eckdaten',
    partners: 'Wer einreicht',
    sections: 'Pflichtabschnitte',
    limits: 'Zeichengrenzen',
    declarations: 'Erklärungen',
    attachments: 'Unterlagen',
    checklist: 'Merkliste',
  },
  findings: {
    of: (what: string, organisation: string) => `${organisation}: ${what}`,
    unnamed: 'Organisation ohne Namen',
    fillIn: (label: string) => `${label} eintragen`,
    below: (label: string, value: string, limit: string) => `${label}: ${value} sind weniger als ${limit}`,
    above: (label: string, value: string, limit: string) => `${label}: ${value} sind mehr als ${limit}`,
    noChoice: (label: string, value: string) => `${label}: „${value}“ steht nicht zur Wahl, neu wählen`,
    noDay: (label: string, value: string) => `${label}: „${value}“ ist kein Tag, neu eintragen`,
    disputed: (label: string) => `${label}: zwei Angaben, eine wählen`,
    sector: (label: string) => `Organisation eintragen: ${label}`,
    tooFew: (count: number) =>
      count === 1 ? 'Noch 1 Organisation eintragen' : `Noch ${count} Organisationen eintragen`,
    nameless: 'Organisation ohne Namen: Namen eintragen',
    side: (name: string) => `${name}: Seite wählen`,
    nobodyLeads: 'Festlegen, wer die Federführung hat',
    severalLead: (names: string) => `Federführung haben ${names}: eine festlegen`,
    write: (title: string) => `${title} schreiben`,
    markDone: (title: string) => `${title}: prüfen und freigeben`,
    shorten: (title: string, excess: string) => `${title}: um ${excess} Zeichen kürzen`,
    onlyWarns: 'verhindert nichts',
  },
  rival: {
    also: 'Zur selben Zeit eingetragen:',
    take: 'Übernehmen',
    takeOf: (label: string, value: string) => `${label}: ${value} übernehmen`,
    keep: 'Dabei bleiben',
    keepOf: (label: string, value: string) => `${label}: bei ${value} bleiben`,
  },
  partner: {
    role: 'Rolle',
    signing: 'reicht mit ein',
    supporting: 'unterstützt, reicht nicht mit ein',
    leading: 'hat die Federführung',
  },
}
