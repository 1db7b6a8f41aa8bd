/** Agreeing to a wording, freezing the package, receipts. Comes with the screens that say it. */
export const agreement = {
  title: 'Mitzeichnung',
  intro:
    'Jede Organisation zeichnet den genauen Wortlaut mit. Ändert sich danach etwas, erlischt die Mitzeichnung, und der Unterschied steht hier.',
  toDraft: 'Zum Entwurf',
  toExport: 'Zu den Dokumenten',

  wording: {
    now: 'Der Entwurf, wie er jetzt dasteht',
    frozen: 'Das eingefrorene Paket',
    characters: (count: string) => `${count} Zeichen`,
    mark: (short: string) => `Kennung ${short}`,
    whole: 'Ganze Kennung',
    hint: 'Dieselbe Kennung heißt: derselbe Wortlaut, Zeichen für Zeichen. Auch die Dokumente nennen diese Kennung.',
    copy: 'Kennung kopieren',
    copied: 'Kopiert',
    copyFailed: 'Der Browser erlaubt das Kopieren nicht. Die Kennung lässt sich markieren.',
    waiting: (count: number) =>
      count === 1
        ? 'Eine Änderung von hier ist noch nicht übertragen. Die anderen sehen diesen Stand erst danach.'
        : `${count} Änderungen von hier sind noch nicht übertragen. Die anderen sehen diesen Stand erst danach.`,
  },

  organisations: 'Organisationen',
  nobody: 'Noch reicht niemand ein. Organisationen stehen im Entwurf unter „Wer einreicht“.',
  doneOf: (done: string, all: string) => `${done} von ${all} mitgezeichnet`,
  states: {
    agreed: 'Mitgezeichnet',
    reserved: 'Mit Vorbehalt mitgezeichnet',
    lapsed: 'Erloschen',
    open: 'Steht aus',
    declined: 'Abgelehnt',
    waiting: 'Wartet auf Übertragung',
  },
  by: (name: string, moment: string) => `${name}, ${moment}`,
  deputy: 'in Vertretung',
  saidOffline: (moment: string) => `ohne Verbindung erklärt: ${moment}`,
  lapsedHint: 'Galt einem anderen Wortlaut.',
  declinedBefore: 'Galt einem früheren Wortlaut.',
  optional: 'reicht nicht mit ein',
  mayBeBy: (names: string) => `Mitzeichnen darf ${names}`,
  mayBeByNobody: 'Noch darf hier niemand mitzeichnen.',
  leadSays: 'Wer den Entwurf leitet, legt es fest.',
  chooseWho: (organisation: string) => `Wer für ${organisation} mitzeichnet`,
  choose: 'Person wählen …',
  invite: 'Dafür erst eine Person dieser Organisation einladen.',
  notAppointed: 'Der Server hat das nicht angenommen. Später noch einmal versuchen.',

  agree: (organisation: string) => `Für ${organisation} mitzeichnen`,
  agreeStill: 'Weiterhin einverstanden',
  agreeAfterAll: 'Doch mitzeichnen',
  reserve: 'Mit Vorbehalt …',
  decline: 'Ablehnen …',
  withdraw: 'Zurückziehen …',
  changed: 'Der Text hat sich geändert',
  changedMeanwhile: (moment: string) => `Seit diese Seite geöffnet wurde, ${moment}, liest sich das anders:`,
  changedAgain: 'Eben hat sich noch etwas geändert. Seit diese Seite geöffnet wurde, liest sich das anders:',
  nothingSigned: 'Noch ist nichts mitgezeichnet.',
  agreeAsItIs: 'Diesen Wortlaut mitzeichnen',
  reserveAsItIs: 'Diesen Wortlaut mit Vorbehalt mitzeichnen',
  changedSince: (moment: string) => `Seit der Mitzeichnung, ${moment}:`,
  noDifference: 'Der Unterschied lässt sich ohne Verbindung nicht zeigen.',
  erased: 'Was damals dastand, wurde gelöscht. Der Unterschied lässt sich nicht mehr zeigen.',
  onlyFormats: 'Geändert hat sich nur, wie etwas hervorgehoben oder gegliedert ist.',

  reasons: {
    reserve: {
      title: (organisation: string) => `Mit Vorbehalt für ${organisation} mitzeichnen`,
      label: 'Vorbehalt',
      act: 'Mit Vorbehalt mitzeichnen',
    },
    decline: { title: (organisation: string) => `Für ${organisation} ablehnen`, label: 'Grund', act: 'Ablehnen' },
    withdraw: {
      title: (organisation: string) => `Mitzeichnung für ${organisation} zurückziehen`,
      label: 'Grund',
      act: 'Zurückziehen',
    },
    hint: 'Steht für alle sichtbar in der Mitzeichnung und bleibt dort.',
    needed: 'Bitte in einem Satz eintragen.',
  },

  waitingIntro:
    'Auf diesem Gerät festgehalten, noch nicht beim Server. Sobald Verbindung besteht, prüft er es und trägt es ein.',
  waitingMemory: 'Dieses Fenster behält nichts: Bis zur Übertragung offen lassen.',
  refusedTitle: 'Nicht angenommen',
  refusals: {
    'may-not-sign': 'Inzwischen darf diese Person nicht mehr für die Organisation mitzeichnen.',
    'unknown-version': 'Der Server kennt diesen Stand nicht. Noch einmal mitzeichnen, wenn alles übertragen ist.',
    'other-wording':
      'Der Server liest den Stand anders als dieses Gerät. Die Seite neu laden und noch einmal mitzeichnen.',
    overtaken: 'Inzwischen wurde dazu schon etwas anderes erklärt. Bitte ansehen und neu entscheiden.',
    removed: 'Diese Person gehört nicht mehr zum Entwurf.',
    'not-allowed': 'Die Rolle erlaubt das nicht mehr.',
    other: 'Der Server hat das nicht angenommen.',
  },
  understood: 'Verstanden',

  sections: 'Abschnitt für Abschnitt',
  sectionsHint: 'Wer mag, zeichnet schon einzelne Abschnitte mit. Zum Einreichen zählt das Ganze.',
  sectionAgree: 'Abschnitt mitzeichnen',
  sectionAgreeOf: (title: string) => `Abschnitt mitzeichnen: ${title}`,
  sectionState: (organisation: string, state: string) => `${organisation}: ${state}`,

  findings: {
    title: 'Vollständigkeit',
    none: 'Nach den Regeln des Aufrufs fehlt nichts mehr.',
    some: (count: number) => (count === 1 ? 'Noch 1 Punkt offen:' : `Noch ${count} Punkte offen:`),
    more: (count: number) => `und ${count} weitere`,
  },

  freeze: {
    title: 'Paket einfrieren',
    intro:
      'Der Wortlaut von jetzt wird das Paket zum Einreichen. Danach schreibt niemand weiter, bis es wieder geöffnet wird.',
    act: 'Paket einfrieren …',
    dialog: 'Paket einfrieren?',
    missing: (names: string) => `Noch nicht mitgezeichnet: ${names}.`,
    reserved: (names: string) => `Mit Vorbehalt: ${names}.`,
    open: (count: number) =>
      count === 1
        ? 'Nach den Regeln des Aufrufs ist noch 1 Punkt offen.'
        : `Nach den Regeln des Aufrufs sind noch ${count} Punkte offen.`,
    complete: 'Alle haben mitgezeichnet, und nach den Regeln des Aufrufs fehlt nichts.',
    anyway: 'Einfrieren geht trotzdem.',
    now: 'Einfrieren',
    anywayNow: 'Trotzdem einfrieren',
    busy: 'Einen Moment …',
    needsServer: 'Einfrieren braucht eine Verbindung zum Server.',
    needsAll: 'Erst wenn alles von hier übertragen ist.',
    onlyLead: 'Das Paket friert ein, wer den Entwurf leitet.',
    failed: 'Der Server hat das nicht angenommen. Später noch einmal versuchen.',
    done: (name: string, moment: string) => `Eingefroren von ${name}, ${moment}`,
    frozenHint: 'Niemand schreibt weiter. Dokumente und Formular zeigen das eingefrorene Paket.',
    late: 'Seit dem Einfrieren sind noch Änderungen eingetroffen: Im Entwurf stehen sie, im Paket nicht.',
    reopen: 'Wieder öffnen …',
    reopenTitle: 'Paket wieder öffnen?',
    reopenText:
      'Das Paket gilt dann nicht mehr als eingefroren, und alle können weiterschreiben. Mitzeichnungen bleiben gültig, bis sich der Text ändert. Was schon eingereicht wurde, bleibt vermerkt.',
    reopenNow: 'Wieder öffnen',
    reopenNeedsServer: 'Öffnen braucht eine Verbindung zum Server.',
  },

  receipts: {
    title: 'Eingereicht',
    intro: 'Festhalten, was wohin ging: Alle im Team sehen es, und es bleibt auch nach dem Öffnen stehen.',
    whenFrozen: 'Das geht, sobald das Paket in der Mitzeichnung eingefroren ist.',
    where: 'Wo eingereicht',
    whereHint: 'Zum Beispiel: Online-Formular des Programms, E-Mail-Adresse, Poststelle.',
    day: 'Tag',
    time: 'Uhrzeit',
    note: 'Aktenzeichen oder Bemerkung',
    whereNeeded: 'Es fehlt, wo eingereicht wurde.',
    dayNeeded: 'Es fehlt der Tag.',
    save: 'Einreichung vermerken',
    saved: 'Vermerkt.',
    line: (where: string, moment: string) => `${where}, ${moment}`,
    by: (name: string, moment: string) => `vermerkt von ${name}, ${moment}`,
    waiting: 'wartet auf Übertragung',
  },

  export: {
    frozen: (title: string, moment: string) =>
      `„${title}“ als Dokument, so wie das Paket eingefroren wurde (${moment}), mit den Mitzeichnungen.`,
    unreachable:
      'Das eingefrorene Paket liegt noch nicht auf diesem Gerät, und der Entwurf wurde danach geändert. Mit Verbindung noch einmal versuchen.',
    notPrinted: 'Nicht gedruckt',
    notHere:
      'Das eingefrorene Paket liegt noch nicht auf diesem Gerät, und der Entwurf kann anders lauten. Mit Verbindung noch einmal drucken.',
    toAgreement: 'Zur Mitzeichnung',
  },

  history: 'Verlauf',
  whole: 'das Ganze',
  said: {
    agree: (who: string, what: string) => `${who} hat mitgezeichnet: ${what}`,
    reserve: (who: string, what: string) => `${who} hat mit Vorbehalt mitgezeichnet: ${what}`,
    decline: (who: string, what: string) => `${who} hat abgelehnt oder zurückgezogen: ${what}`,
    freeze: (who: string) => `${who} hat das Paket eingefroren`,
    reopen: (who: string) => `${who} hat das Paket wieder geöffnet`,
    submit: (who: string, where: string) => `${who} hat die Einreichung vermerkt: ${where}`,
  },
  person: (name: string, organisation: string) => `${name} (${organisation})`,
}
