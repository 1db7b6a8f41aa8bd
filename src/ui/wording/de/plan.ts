/** The plan backward from the deadline. Comes with the dialog that says it. */
export const plan = {
  title: 'Zeitplan',
  deadline: (day: string) => `Frist: ${day}`,
  at: (time: string) => `, ${time} Uhr`,
  over: 'Die Frist dieses Aufrufs ist vorbei.',
  hint: 'Von der Frist rückwärts gerechnet. Alle Tage lassen sich verschieben; alle im Team sehen dieselben.',
  readOnly: 'Ändern können den Plan alle, die mitschreiben.',
  steps: {
    'first-draft': { title: 'Erster Entwurf', what: 'Alle Abschnitte einmal geschrieben, auch wenn noch Lücken sind.' },
    feedback: {
      title: 'Rückmeldungen der Partner',
      what: 'Alle haben gelesen und gesagt, was fehlt oder anders soll.',
    },
    leadership: {
      title: 'Gremien oder Verwaltungsspitze',
      what: 'Ausschuss, Rat oder Bürgermeisteramt sind informiert oder haben zugestimmt.',
    },
    'last-edit': { title: 'Letzte Bearbeitung', what: 'Eine Person macht aus allem einen Text.' },
    agreement: { title: 'Zustimmung aller', what: 'Jede Organisation steht zu genau diesem Text.' },
    submission: { title: 'Einreichen', what: 'Nicht erst am letzten Tag: Formulare sind dann oft überlastet.' },
  },
  dayOf: (step: string) => `Tag für „${step}“`,
  doneOf: (step: string) => `„${step}“ ist erledigt`,
  done: 'Erledigt',
  inDays: (days: number) =>
    days === 0
      ? 'heute'
      : days === 1
        ? 'morgen'
        : days === -1
          ? 'gestern'
          : days > 0
            ? `in ${days} Tagen`
            : `vor ${-days} Tagen`,
  conflicts: {
    'after-deadline': 'Liegt nach der Frist.',
    'out-of-order': 'Liegt vor einem Schritt, der früher kommen soll.',
  },
  proposed: 'Vorschlag nehmen',
  proposedFor: (step: string) => `Für „${step}“ den vorgeschlagenen Tag nehmen`,
  respread: 'Neu verteilen',
  respreadHint: 'Was offen ist, rückt in die Zeit, die noch bleibt.',
  respreadDone: 'Neu verteilt.',
  calendar: 'In den Kalender',
  calendarHint: 'Eine Datei für jeden Kalender. Verschobene Tage dort später von Hand ändern oder die Datei neu holen.',
  failed: 'Die Datei ließ sich nicht machen. Die App einmal mit Netz öffnen und noch einmal versuchen.',
  eventTitle: (step: string, draft: string) => `${step}: ${draft}`,
  eventDeadline: (draft: string) => `Frist: ${draft}`,
}
