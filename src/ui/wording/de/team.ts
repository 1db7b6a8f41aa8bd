/** People of a draft and invitations. */
export const team = {
  title: 'Team und Einladungen',

  allSectors: 'Alle Pflichtseiten sind dabei:',
  bothSectors: 'Beide Pflichtseiten sind dabei:',
  oneSector: 'Die Pflichtseite ist dabei:',
  and: 'und',
  missingSector: 'Diese Pflichtseite fehlt noch:',
  missingSectors: 'Diese Pflichtseiten fehlen noch:',
  organisations: (count: number, minimum: number) =>
    count >= minimum
      ? `${numeral(count)} ${count === 1 ? 'Organisation' : 'Organisationen'}, ${numeral(minimum).toLowerCase()} ${minimum === 1 ? 'ist' : 'sind'} nötig.`
      : `${numeral(count)} von ${numeral(minimum).toLowerCase()} nötigen Organisationen.`,

  lead: 'Federführung',
  has: (moment: string) => `hat den Stand von ${moment}`,
  hasNothing: 'noch kein Stand bekannt',
  thisDevice: 'dieses Gerät',
  hereNow: 'gerade hier',
  hereIn: (section: string) => `gerade hier: ${section}`,
  joined: (moment: string) => `dabei seit ${moment}`,
  invited: 'eingeladen, noch nicht beigetreten',
  invitedUntil: (day: string) => `eingeladen, noch nicht beigetreten, gilt bis ${day}`,
  nobodyYet: 'noch niemand eingeladen',
  inviteSomeoneOf: (organisation: string) => `Einladen: ${organisation}`,
  inviteShort: 'Einladen',
  withdraw: 'Zurückziehen',
  withdrawOf: (name: string) => `Einladung für ${name} zurückziehen`,
  withdrawn: (name: string) => `Die Einladung für ${name} gilt nicht mehr.`,
  notWithdrawn: 'Die Einladung ließ sich nicht zurückziehen. Später noch einmal versuchen.',
  offlinePresence:
    'Ohne Verbindung ist nicht zu sehen, wer gerade hier ist. Einladungen, Rollen, Geräte und Protokoll brauchen den Server.',

  roleHints: {
    editor: 'Ändert Text und Eckdaten, kann selbst einladen.',
    commenter: 'Sieht alles, redet in der Diskussion mit, ändert den Text nicht selbst.',
    viewer: 'Sieht alles, ändert nichts.',
  },

  invite: {
    title: 'Person einladen',
    intro: 'Ein persönlicher Link. Kein Konto, kein Passwort.',
    name: 'Name',
    organisation: 'Organisation',
    sector: 'Seite',
    role: 'Darf',
    make: 'Einladung anlegen',
    making: 'Wird angelegt …',
    nameNeeded: 'Es fehlt der Name.',
    organisationNeeded: 'Es fehlt die Organisation.',
    sectorNeeded: 'Es fehlt die Seite.',
    needsServer: 'Einladen braucht eine Verbindung zum Server. Das Eingetragene bleibt hier stehen.',
    refused: {
      unreachable: 'Der Server antwortet nicht. Das Eingetragene bleibt hier stehen, später noch einmal versuchen.',
      busy: 'Zu viele Einladungen in kurzer Zeit. In einer Minute noch einmal versuchen.',
      full: 'Mehr als 200 Beteiligte und offene Einladungen hat ein Entwurf nicht. Offene Einladungen lassen sich zurückziehen.',
      notAllowed: 'Der Server erlaubt dieser Rolle keine Einladungen.',
      signedOut: 'Die Anmeldung ist abgelaufen. Danach noch einmal versuchen.',
      other: 'Der Server hat die Einladung nicht angelegt. Das Eingetragene bleibt hier stehen.',
    },
  },

  made: {
    title: (name: string) => `Einladung für ${name}`,
    code: (name: string) => `QR-Code mit dem Link für ${name}`,
    link: 'Persönlicher Link',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyMail: 'Text für eine Mail kopieren',
    copyFailed: 'Der Browser erlaubt das Kopieren nicht. Der Link ist markiert und lässt sich von Hand kopieren.',
    validity: (day: string) =>
      `Gilt für eine Person, bis ${day}. Kein Konto, kein Passwort. Der Link ist nur jetzt zu sehen; Zurückziehen geht in der Liste.`,
    another: 'Weitere Person',
    mail: (mail: {
      name: string
      inviter: string
      organisation: string
      document: string
      title: string
      call: string
      link: string
      until: string
    }) =>
      [
        `Einladung zum Mitschreiben: ${mail.document}${mail.title === '' ? '' : ` für ${mail.title}`} (${mail.call})`,
        '',
        `Guten Tag ${mail.name},`,
        '',
        `${mail.inviter} (${mail.organisation}) lädt zum gemeinsamen Schreiben ein. Den Link öffnen und „Beitreten“ wählen. Kein Konto, kein Passwort:`,
        '',
        mail.link,
        '',
        `Der Link gilt für eine Person, bis ${mail.until}. Bitte nicht weitergeben.`,
      ].join('\n'),
  },
}

const numerals = ['Keine', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']

function numeral(count: number): string {
  return numerals[count] ?? String(count)
}
