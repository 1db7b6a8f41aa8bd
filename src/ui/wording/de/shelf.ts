export const shelf = {
  title: 'Meine Interessensbekundungen',
  start: 'Neue Interessensbekundung',
  acceptInvitation: 'Einladung annehmen',
  openFile: 'Datei öffnen',
  startFromFile: 'Aus Datei beginnen',
  removeAll: 'Alles von diesem Gerät entfernen',
  seeExample: 'Beispiel ansehen',
  exampleFailed: 'Das Beispiel konnte nicht angelegt werden. Was auf diesem Gerät liegt, ist davon nicht betroffen.',
  readyOffline: 'App auf diesem Gerät bereit, auch ohne Netz',
  allHere: (count: number) =>
    count === 1
      ? 'Der Entwurf liegt vollständig auf diesem Gerät und öffnet sich auch ohne Netz.'
      : 'Alle Entwürfe liegen vollständig auf diesem Gerät und öffnen sich auch ohne Netz.',
  untitled: 'Noch ohne Namen',
  callUnknown: 'Der Aufruf dazu ist noch nicht auf diesem Gerät.',
  notHereYet: 'Noch nicht auf diesem Gerät. Das erste Öffnen braucht einmal eine Verbindung.',
  partners: 'Beteiligte Organisationen',
  lastOpened: (when: string) => `Zuletzt geöffnet ${when}`,
  unread: (count: number, shown: string) =>
    count === 1 ? '1 Beitrag in der Diskussion ungelesen' : `${shown} Beiträge in der Diskussion ungelesen`,
  rescued: (when: string) =>
    `Der Text war hier aus dem Tritt geraten und wurde vom Server neu geholt. Wie er ${when} hier stand, ist aufgehoben.`,
  locked: 'Seit über 30 Tagen ohne Kontakt zum Server: öffnet sich erst wieder mit Verbindung.',
  ends: (when: string) =>
    `Lange hat hier niemand geschrieben: Der Server löscht den Entwurf am ${when}. Wer etwas schreibt, behält ihn.`,
  saveRescued: 'Als Datei sichern',
  done: 'Fertig',
  doneOf: (done: string, all: string) => `${done} von ${all}`,
  requiredSections: 'Pflichtabschnitte',
  begun: (count: string) => `${count} begonnen`,
  people: 'Wer mitschreibt',
  morePeople: (count: string) => `und ${count} weitere`,
  continue: 'Weiterschreiben',
  read: 'Lesen',
  deadline: {
    title: 'Frist',
    daysLeft: (days: number, shown: string) =>
      days === 0 ? 'nur noch heute' : days === 1 ? 'noch 1 Tag' : `noch ${shown} Tage`,
    notOpen: 'Noch nicht offen',
    opens: (day: string) => `ab ${day}`,
    over: 'Frist vorbei',
    overHint: 'Weiterschreiben geht trotzdem.',
  },
  empty: {
    title: 'Hier entsteht die erste gemeinsame Interessensbekundung',
    text: 'Ein Ort, mindestens drei Organisationen, ein Text. Geschrieben wird zusammen, auch ohne Netz.',
    steps: {
      call: { title: 'Aufruf und Ort wählen', text: 'Fragen, Zeichengrenzen und Frist stehen dann schon im Entwurf.' },
      person: { title: 'Eigene Organisation und Seite nennen' },
      invite: { title: 'Partner einladen', text: 'Ein persönlicher Link je Person. Kein Konto, kein Passwort.' },
    },
    example: 'Erst einmal umsehen?',
  },
  invitation: {
    title: 'Einladung annehmen',
    label: 'Link aus der Einladung',
    hint: 'Den ganzen Link aus der Mail oder Nachricht kopieren und hier einfügen. Der ganze Text der Mail geht auch.',
    go: 'Einladung ansehen',
    lost: 'Alle Geräte verloren, aber einen Entwurf geleitet?',
    empty: 'Bitte den Link hier einfügen.',
    unreadable: 'Darin steht kein vollständiger Einladungslink. Bitte bis zum letzten Zeichen kopieren.',
    elsewhere: (host: string) =>
      `Diese Einladung gehört zu ${host}. Bitte den Link dort öffnen, in der Adresszeile des Browsers.`,
  },
}
