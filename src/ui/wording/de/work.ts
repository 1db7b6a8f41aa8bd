/** Who does what in which section. Comes with the parts that say it, not with the app. */
export const work = {
  status: {
    of: (title: string) => `Stand von „${title}“`,
    empty: 'Noch steht hier nichts: zur Prüfung geben und freigeben geht, sobald etwas da ist.',
  },
  duty: {
    names: { writes: 'Schreibt', reviews: 'Prüft', releases: 'Gibt frei' },
    short: { writes: 'schreibt', reviews: 'prüft', releases: 'gibt frei' },
    says: {
      writes: (who: string) => `geschrieben von ${who}`,
      reviews: (who: string) => `geprüft von ${who}`,
      releases: (who: string) => `freigegeben von ${who}`,
    },
    byPerson: (person: string, organisation: string) => `${person} (${organisation})`,
    nobody: 'Wer macht was?',
    changeOf: (title: string, said: string) => `Wer macht was in „${title}“${said === '' ? '' : `: ${said}`}`,
  },
  summary: {
    title: 'Wer hat was',
    nobody: 'Noch ist kein Abschnitt verteilt. Unter jedem Titel steht „Wer macht was?“.',
    unwritten: 'Noch bei niemandem',
  },
}
