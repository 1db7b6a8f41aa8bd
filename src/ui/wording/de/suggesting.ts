/** Suggestions: typing them, seeing them, deciding on them. Comes with the parts that say it, not with the app. */
export const suggesting = {
  mode: {
    name: 'Vorschlagen',
    title: (keys: string) => `Vorschlagen statt schreiben (${keys})`,
    on: 'Getipptes bleibt ein Vorschlag.',
    commenter: 'Mit dieser Rolle entstehen Vorschläge; wer schreiben darf, übernimmt sie.',
    closed: 'Geschlossen: Hier entstehen Vorschläge.',
  },
  stuck: {
    title: 'Ein Vorschlag ließ sich nicht abgeben',
    why: 'Er ist zu lang, oder die Rolle reicht dafür nicht mehr. Die Worte sind noch hier und lassen sich kopieren.',
    words: 'Worte des Vorschlags',
    copy: 'Kopieren',
    copied: 'Kopiert',
    letGo: 'Verwerfen',
  },
  card: {
    look: 'Anderes Aussehen von',
    accept: 'Übernehmen',
    decline: 'Ablehnen …',
    reopen: 'Wieder öffnen',
    changed: 'Der Text hat sich hier geändert.',
    gone: 'Die Stelle steht nicht mehr im Text.',
    accepted: (who: string) => `Übernommen von ${who}`,
    declined: (who: string) => `Abgelehnt von ${who}`,
    withdrawn: 'Zurückgezogen',
    takenBack: 'Der Text steht wieder wie vorher.',
    twice: 'Zwei haben gleichzeitig übernommen: Die Worte stehen doppelt im Text.',
    takeOutOne: 'Einmal entfernen',
    mayNot: 'Übernehmen kann, wer in diesem Abschnitt schreiben darf.',
  },
  all: {
    count: (count: number) => (count === 1 ? '1 offener Vorschlag' : `${count} offene Vorschläge`),
    ofPerson: (name: string, count: number) => `Alle ${count} von ${name} übernehmen`,
    ofSection: (title: string, count: number) => `Alle ${count} in „${title}“ übernehmen`,
    sure: 'Mehrere Vorschläge übernehmen?',
    what: 'Sie kommen zusammen in den Text und lassen sich zusammen zurücknehmen, je Abschnitt mit einem Mal „Rückgängig“.',
    accept: 'Übernehmen',
    left: (count: number) =>
      count === 1
        ? 'Einer wartet noch: Der Text hat sich dort geändert.'
        : `${count} warten noch: Der Text hat sich dort geändert.`,
    done: (count: number) => (count === 1 ? '1 Vorschlag übernommen.' : `${count} Vorschläge übernommen.`),
  },
  changed: {
    title: 'Der Text hat sich geändert',
    why: 'Seit diesem Vorschlag hat hier jemand weitergeschrieben. Nichts wird ersetzt, bevor es entschieden ist.',
    was: 'So stand es, als der Vorschlag entstand',
    now: 'So steht es jetzt',
    nothing: 'Die Worte stehen nicht mehr da.',
    proposed: 'So war es vorgeschlagen',
    replace: 'Ersetzen',
    insert: 'Einfügen',
    both: 'Beide behalten',
    decline: 'Ablehnen',
  },
  decline: {
    title: 'Vorschlag ablehnen?',
    reason: 'Warum? (freiwillig)',
    hint: 'Steht beim Vorschlag, alle können es lesen. Im Text bleibt keine Spur.',
    decline: 'Ablehnen',
  },
}
