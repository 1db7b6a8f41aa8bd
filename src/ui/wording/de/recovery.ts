/** Coming back without a signed-in device, and what those who lead prepare for it. */
export const recovery = {
  title: 'Wieder hineinkommen',
  intro: 'Für alle, die einen Entwurf leiten und kein angemeldetes Gerät mehr haben.',
  otherwise:
    'Kein Code da? Wer den Entwurf mitleitet, kann eine neue Einladung schicken. Die genügt, um wieder dabei zu sein.',
  code: 'Code vom Notfallblatt',
  codeHint: '20 Zeichen. Groß oder klein, mit oder ohne Striche, das ist gleich.',
  go: 'Mit dem Code anmelden',
  refused: {
    missing: 'Bitte den Code eintragen.',
    unreadable: 'So sieht kein Code aus: Es sind 20 Buchstaben und Ziffern. Bitte noch einmal vergleichen.',
    useless:
      'Dieser Code gilt nicht. Vielleicht wurde er schon benutzt oder durch einen neueren ersetzt. Bitte noch einmal vergleichen.',
    busy: 'Zu viele Versuche. Bitte eine Minute warten.',
    unreachable: 'Der Server ist gerade nicht erreichbar. Anmelden braucht einmal eine Verbindung.',
    other: 'Das hat gerade nicht geklappt. Bitte später noch einmal versuchen.',
  },

  signIn: {
    title: 'Mit einem Passkey',
    text: 'Fingerabdruck, Gesicht oder PIN auf diesem Gerät, auf einem Telefon oder mit einem Sicherheitsschlüssel.',
    go: 'Mit Passkey anmelden',
    calledOff: 'Die Anmeldung wurde abgebrochen. Es lässt sich jederzeit noch einmal versuchen.',
    useless: 'Dieser Passkey gilt hier nicht oder nicht mehr. Mit dem Code vom Notfallblatt geht es auch.',
    codeTitle: 'Oder mit dem Code auf Papier',
  },

  back: {
    title: (name: string) => `Wieder da, ${name}`,
    text: 'Dieses Gerät ist jetzt angemeldet.',
    codeUsed: 'Der Code vom Notfallblatt ist damit verbraucht. Ein neuer lässt sich im Entwurf unter „Team“ anlegen.',
    others: (count: number) =>
      count === 1 ? 'Ein anderes Gerät ist noch angemeldet.' : `${count} andere Geräte sind noch angemeldet.`,
    othersHint:
      'Ist ein Gerät verloren oder in fremden Händen: hier abmelden. Was darauf liegt, wird dadurch nicht gelöscht.',
    endOthers: 'Alle anderen abmelden',
    ended: 'Die anderen Geräte sind abgemeldet.',
    notEnded: 'Das Abmelden hat nicht geklappt. Es geht auch im Entwurf unter „Team“.',
    toDraft: 'Zum Entwurf',
  },

  ready: {
    title: 'Für den Notfall',
    intro: 'Damit der Entwurf erreichbar bleibt, auch wenn alle Geräte verloren gehen.',
    noCode: 'Noch kein Code auf Papier.',
    codeMade: (day: string) => `Code auf Papier, angelegt am ${day}.`,
    make: 'Code anlegen',
    makeAnew: 'Neuen Code anlegen',
    replaces: 'Der bisherige gilt dann nicht mehr.',
    noPasskey: 'Noch kein Passkey: anmelden mit Fingerabdruck, Gesicht oder PIN, auch auf einem neuen Gerät.',
    makePasskey: 'Passkey anlegen',
    anotherPasskey: 'Weiteren Passkey anlegen',
    passkey: (device: string) => `Passkey, angelegt mit ${device}`,
    passkeyMade: (day: string) => `seit ${day}, noch nicht benutzt`,
    passkeyUsed: (moment: string) => `zuletzt benutzt ${moment}`,
    remove: 'Entfernen',
    removeOf: (device: string) => `Passkey entfernen: ${device}`,
    calledOff: 'Abgebrochen. Es wurde kein Passkey angelegt.',
    alreadyThere: 'Dieses Gerät hat schon einen Passkey für diesen Entwurf.',
  },

  sheet: {
    title: 'Code für den Notfall',
    once: 'Der Code ist nur jetzt zu sehen. Bitte drucken oder abschreiben.',
    name: 'Notfallblatt',
    of: (name: string, organisation: string) => `${name}, ${organisation}`,
    open: (address: string) => `Im Browser ${address} öffnen.`,
    enter: 'Dort diesen Code eintragen:',
    remarks: (day: string) =>
      `Angelegt am ${day}. Gilt ein Mal. Wer diesen Code hat, kann den Entwurf leiten: bitte aufbewahren wie einen Schlüssel.`,
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Der Browser erlaubt das Kopieren nicht. Bitte drucken oder abschreiben.',
    print: 'Drucken',
    done: 'Fertig',
  },
}
