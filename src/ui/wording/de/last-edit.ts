/** Leaving sections to one person for the last edit. Comes with the parts that say it. */
export const lastEdit = {
  dialog: {
    title: 'Letzte Bearbeitung',
    what: 'Zum Schluss macht eine Person aus allem einen Text. Solange ein Abschnitt dafür geschlossen ist, lesen die anderen mit; die Eckdaten bleiben offen.',
    offline:
      'Wer gerade ohne Verbindung schreibt, erfährt es erst später. Verloren geht davon nichts: Alles kommt in den Text und wird gezeigt.',
    editor: 'Wer die letzte Bearbeitung macht',
    nobody: 'Wer den Abschnitt schließt',
    reason: 'Grund',
    reasonHint: 'Steht für alle am Abschnitt, zum Beispiel „Morgen geht der Text in den Rat“.',
    sections: 'Abschnitte',
    closeAll: 'Alle schließen',
    openAll: 'Alle öffnen',
    close: 'Schließen',
    closeOf: (title: string) => `„${title}“ für die letzte Bearbeitung schließen`,
    open: 'Wieder öffnen',
    openOf: (title: string) => `„${title}“ wieder öffnen`,
    isOpen: 'offen für alle, die mitschreiben',
    isClosed: (who: string) => `geschlossen, hier schreibt ${who}`,
    whoMay: 'Schließen und öffnen können alle mit Leitung und wer für die letzte Bearbeitung benannt ist.',
  },
  closed: {
    others: (who: string) => `Für die letzte Bearbeitung geschlossen. Hier schreibt jetzt nur ${who}.`,
    mine: 'Für die anderen geschlossen: Die letzte Bearbeitung geschieht hier.',
    arrives: 'Was jemand ohne Verbindung noch geschrieben hat, kommt trotzdem an.',
    since: (who: string, moment: string) => `Geschlossen von ${who}, ${moment}.`,
    mineSince: (moment: string) => `Seit: ${moment}.`,
    sinceUnknown: (who: string) => `Geschlossen von ${who}.`,
    reason: (reason: string) => `Grund: ${reason}`,
  },
  named: (name: string, organisation: string) => (organisation === '' ? name : `${name} (${organisation})`),
}
