export const connection = {
  comeBack: 'Mit Notfallcode anmelden',
  /** The sentences of the two facts. Counts and times come formatted; the count decides singular or plural. */
  status: {
    opening: 'Wird geöffnet …',
    live: (time: string) => `Alles übertragen · ${time}`,
    liveUntimed: 'Alles übertragen',
    sending: 'Wird übertragen …',
    sendingPart: (percent: string) => `Wird übertragen … ${percent}\u00A0%`,
    offline: 'Ohne Verbindung – auf diesem Gerät gesichert.',
    serverFull: 'Der Server kann gerade nichts aufnehmen – auf diesem Gerät gesichert.',
    quietOffline: (time: string) => `Ohne Verbindung seit ${time} – nichts wartet`,
    quietOfflineUntimed: 'Ohne Verbindung – nichts wartet',
    notSaved: 'Nicht gesichert!',
    deviceFailure: {
      full: 'Speicher voll.',
      closed: 'Der Browser hat den Speicher geschlossen.',
      silent: 'Der Speicher dieses Geräts antwortet nicht.',
      newer: 'Diese Seite ist älter als die Kopie auf diesem Gerät, bitte neu laden.',
      unknown: 'Der Speicher dieses Geräts nimmt nichts an.',
    },
    damaged: 'Ein Teil der Kopie auf diesem Gerät war beschädigt und wird vom Server ergänzt.',
    damagedOffline:
      'Ein Teil der Kopie auf diesem Gerät war beschädigt. Der Server ergänzt ihn, sobald er erreichbar ist.',
    sharedStored: 'Gemeinsames Gerät: Alles liegt auf dem Server, hier bleibt nichts',
    sharedUnsent: 'Gemeinsames Gerät: noch nicht alles übertragen, Fenster offen lassen',
    memoryOnly: 'Privates Fenster: geht beim Schließen verloren',
    signedOut: 'Anmeldung abgelaufen –',
    signedOutQuiet: 'Anmeldung abgelaufen – nichts wartet',
    refused: (reason: string) => `Der Server nimmt Änderungen nicht an (${reason}) –`,
    refusedReason: {
      absent: 'Entwurf entfernt oder nicht mehr freigegeben',
      'signed-out': 'Anmeldung abgelaufen',
      'not-allowed': 'Rolle geändert',
      pending: 'Beitritt noch nicht bestätigt',
      removed: 'nicht mehr beteiligt',
      'last-owner': 'einzige Leitung',
      'invitation-unusable': 'Einladung nicht mehr gültig',
      'already-there': 'schon vorhanden',
      invalid: 'nicht lesbar',
      'too-large': 'zu groß',
      'draft-full': 'der Entwurf ist voll, bitte kürzen und neu laden',
      'taken-id': 'sie stammen aus einer früheren Teilnahme, bitte neu laden',
      incomplete: 'es fehlt etwas davor',
      'versions-full': 'zu viele Versionen',
      'may-not-sign': 'darf nicht mitzeichnen',
      'unknown-version': 'Version nicht bekannt',
      'other-wording': 'anderer Wortlaut',
      overtaken: 'überholt',
      'app-too-old': 'diese App ist zu alt, bitte neu laden',
      busy: 'überlastet',
      unreachable: 'nicht erreichbar',
    },
    waiting: (count: number, shown: string) => (count === 1 ? '1 Änderung wartet' : `${shown} Änderungen warten`),
    waitingHere: (count: number, shown: string) =>
      count === 1 ? '1 Änderung wartet hier' : `${shown} Änderungen warten hier`,
    saveFileNow: 'Datei sichern …',
    saveFile: 'Datei sichern',
  },
  refusal: {
    absent: {
      title: 'Diesen Entwurf gibt es hier nicht',
      text: 'Entweder gibt es ihn nicht mehr, oder er ist für dieses Gerät nicht freigegeben. Beides sieht von hier aus gleich aus.',
      advice: [
        'Wer den Entwurf leitet, kann eine neue Einladung schicken. Ein persönlicher Link genügt.',
        'Die Einladung gilt für das Gerät und den Browser, in dem „Beitreten“ gedrückt wurde. Vielleicht war es ein anderes.',
      ],
    },
    pending: {
      title: 'Fast geschafft: Der Beitritt wartet auf Bestätigung',
      text: 'Wer diesen Entwurf leitet, bestätigt neue Schreibende von Hand. Diese Seite öffnet den Entwurf von selbst, sobald das geschehen ist.',
      advice: [
        'Nichts weiter zu tun. Das Fenster darf auch geschlossen werden, der Beitritt bleibt bestehen.',
        'Wenn es eilt: der Person Bescheid geben, von der die Einladung kam.',
      ],
    },
    removed: {
      title: 'Dieses Gerät ist an diesem Entwurf nicht mehr beteiligt',
      text: 'Wer den Entwurf leitet, hat die Mitarbeit beendet.',
      advice: [
        'Bei Fragen hilft die Person, von der die Einladung kam. Eine neue Einladung genügt, um wieder dabei zu sein.',
      ],
    },
    'invitation-unusable': {
      title: 'Diese Einladung lässt sich nicht verwenden',
      text: 'Die Einladung wurde schon benutzt, zurückgezogen oder ist abgelaufen, oder der Link ist nicht vollständig.',
      advice: [
        'Den Link noch einmal ganz aus der Nachricht kopieren, bis zum letzten Zeichen.',
        'Sonst um einen neuen bitten: Jede Einladung gilt für eine Person und ein Mal.',
      ],
    },
    'signed-out': {
      title: 'Die Anmeldung auf diesem Gerät ist abgelaufen',
      text: 'Der Server erkennt dieses Gerät nicht mehr. Was hier geschrieben wurde, bleibt auf dem Gerät.',
      advice: ['Mit einer neuen Einladung geht es weiter. Wer den Entwurf leitet, kann sie schicken.'],
    },
    unreachable: {
      title: 'Dieser Entwurf ist noch nicht auf diesem Gerät',
      text: 'Beim ersten Öffnen braucht er einmal eine Verbindung zum Server, und der ist gerade nicht erreichbar. Danach öffnet er sich auch ohne Netz.',
      advice: ['Sobald wieder Netz da ist, noch einmal versuchen. Verloren geht dabei nichts.'],
    },
    other: {
      title: 'Das hat gerade nicht geklappt',
      text: 'Der Server hat die Anfrage nicht angenommen. Was auf diesem Gerät geschrieben wurde, bleibt hier.',
      advice: ['In ein paar Minuten noch einmal versuchen.'],
    },
    'app-too-old': {
      title: 'Diese App ist älter als der Entwurf',
      text: 'Der Entwurf wurde mit einer neueren Fassung von Einvernehmen geschrieben.',
      advice: ['Die Seite neu laden. Was auf diesem Gerät geschrieben wurde, bleibt hier.'],
    },
    'no-such-page': {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht ist die Adresse nicht vollständig.',
      advice: ['Alle Entwürfe stehen auf der Startseite.'],
    },
    whatToDo: 'Was jetzt hilft',
    toShelf: 'Zu meinen Entwürfen',
    tryAgain: 'Noch einmal versuchen',
    reload: 'Seite neu laden',
  },
  crash: {
    saveFile: (title: string) => `„${title}“ als Datei sichern`,
    saveFailed: 'Auch das hat nicht geklappt.',
    title: 'Die Anzeige ist stehen geblieben',
    missingPart: 'Ein Teil der App ließ sich nicht laden',
    missingPartText:
      'Meist fehlt nur die Verbindung, oder die App wurde inzwischen erneuert. Neu laden hilft, sobald wieder Netz da ist.',
    safe: 'Der Text ist davon nicht betroffen: Jede Änderung wird schon beim Schreiben auf diesem Gerät gesichert, nicht erst am Ende.',
    unsafe:
      'Dieser Browser sichert nichts auf dem Gerät. Was der Server noch nicht hatte, kann beim Neuladen verloren gehen.',
    reload: 'Neu laden',
    details: 'Für die Technik',
  },
  update: {
    waiting: 'Eine neue Fassung von Einvernehmen ist da.',
    elsewhere: 'Einvernehmen wurde in einem anderen Fenster erneuert.',
    safe: 'Der Text bleibt beim Wechsel erhalten.',
    hindrance: {
      'unsaved-here':
        'Hier ist etwas noch nicht gesichert. Gewechselt wird erst, wenn es gesichert oder übertragen ist.',
      'unsaved-elsewhere':
        'In einem anderen Fenster ist etwas noch nicht gesichert. Dort nachsehen, dann noch einmal versuchen.',
    },
    apply: 'Jetzt wechseln',
    later: 'Später',
  },
}
