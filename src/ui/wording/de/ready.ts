import type { ReadyName, ReadyReason } from '../../../state/ready/ready-checks.ts'

type Words = Record<ReadyName, { title: string } & Partial<Record<ReadyReason, string>>>

const checks = {
  app: {
    title: 'App auf diesem Gerät',
    fine: 'Startet ohne Netz, mit allen Teilen.',
    'no-worker': 'Ohne Netz würde sie nicht starten.',
    incomplete: 'Einige Teile fehlen noch.',
    unknown: 'Das verrät dieser Browser nicht. Zur Probe einmal das Netz ausschalten und die Seite neu laden.',
  },
  draft: {
    title: 'Entwurf auf dem neuesten Stand',
    fine: 'Alles ist abgeglichen.',
    'not-here': 'Er wurde auf diesem Gerät noch nie geöffnet.',
    locked: 'Er war über 30 Tage ohne Kontakt zum Server und öffnet sich hier erst wieder mit Verbindung.',
    'no-discussion': 'Die Diskussion zum Entwurf ist noch nicht auf diesem Gerät.',
    waiting: 'Geschriebenes von hier haben die anderen noch nicht.',
    old: 'Der letzte Abgleich ist eine Weile her.',
  },
  kept: {
    title: 'Dauerhafter Speicher',
    fine: 'Der Browser hat zugesagt, nichts von selbst zu löschen.',
    memory: 'Ein privates Fenster behält nichts. Den Entwurf in einem gewöhnlichen Fenster öffnen.',
    evictable: 'Nach einer Woche ohne Besuch löscht dieses Gerät, was eine Webseite gespeichert hat.',
    'not-promised': 'Bei Platzmangel dürfte der Browser den Entwurf löschen. Ein privates Fenster behält ihn nie.',
    unknown: 'Das verrät dieser Browser nicht. Vor dem Treffen eine Datei sichern.',
  },
  room: {
    title: 'Freier Platz',
    fine: 'Gebraucht werden nur wenige Megabyte.',
    little: 'Der Speicher ist fast voll. Auf dem Gerät etwas löschen.',
    unknown: 'Wie viel frei ist, verrät dieser Browser nicht.',
  },
  session: {
    title: 'Gültiger Zugang',
    'ends-soon': 'Er endet bald. Mit Verbindung zum Server verlängert er sich von selbst.',
    ended: 'Er ist abgelaufen. Mit einer neuen Einladung geht es weiter; hier Geschriebenes bleibt.',
    unknown: 'Das weiß nur der Server, und der ist gerade nicht erreichbar.',
  },
  clock: {
    title: 'Richtige Uhrzeit',
    fine: 'Stimmt mit dem Server überein.',
    off: 'In den Einstellungen des Geräts Datum und Uhrzeit automatisch stellen lassen.',
    unknown: 'Zum Vergleichen wird der Server gebraucht, und der ist gerade nicht erreichbar.',
  },
} satisfies Words

/** Whether a device will do without a network. Comes with the screen that says it, not with the app. */
export const ready = {
  title: 'Bereit fürs Treffen?',
  all: 'Bereit. Alles liegt auf diesem Gerät.',
  nearly: (count: number) =>
    count === 1 ? 'Fast bereit. Ein Punkt fehlt.' : `Fast bereit. ${count}\u00A0Punkte fehlen.`,
  notYet: (count: number) =>
    count === 1 ? 'Noch nicht bereit. Ein Punkt fehlt.' : `Noch nicht bereit. ${count}\u00A0Punkte fehlen.`,
  looking: 'Wird geprüft …',
  checkedAt: (draft: string, moment: string) => (draft === '' ? `Geprüft ${moment}` : `${draft}, geprüft ${moment}`),
  levels: { ready: 'in Ordnung', attention: 'prüfen', missing: 'fehlt', unknown: 'unbekannt' },
  checks,
  lastContact: (moment: string) => `Letzter Abgleich: ${moment}.`,
  neverMet: 'Noch nie mit dem Server abgeglichen.',
  waitingHere: (count: number, shown: string) => (count === 1 ? '1 Änderung wartet.' : `${shown} Änderungen warten.`),
  parts: (here: string, all: string) => `${here} von ${all} Teilen.`,
  free: (size: string) => `${size} frei.`,
  sessionUntil: (day: string) => `Gültig bis ${day}.`,
  clockOff: (minutes: number, isAhead: boolean) =>
    `Geht ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} ${isAhead ? 'vor' : 'nach'}.`,
  repairs: {
    'fetch-app': 'App laden',
    'fetch-draft': 'Jetzt abgleichen',
    persist: 'Dauerhaft sichern',
    'refresh-session': 'Verlängern',
  },
  prepareAll: 'Alles vorbereiten',
  preparing: (done: number, all: number) => `Schritt ${done + 1} von ${all} …`,
  again: 'Noch einmal prüfen',
  file: 'Datei sichern',
  fileText: 'Für alle Fälle: der ganze Entwurf als eine Datei, auch zum Weitergeben im Saal.',
  noFile: 'Von diesem Entwurf ist auf diesem Gerät noch nichts da.',
  toDraft: 'Zum Entwurf',
}
