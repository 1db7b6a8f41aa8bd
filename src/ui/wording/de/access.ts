/** Roles that change, people who wait or leave, the record, devices. */
export const access = {
  roleOf: (name: string) => `Rolle von ${name}`,
  remove: 'Entfernen …',
  removeOf: (name: string) => `${name} entfernen`,
  removeTitle: (name: string) => `${name} aus dem Entwurf entfernen?`,
  removeText:
    'Der Zugang endet sofort, auch auf offenen Geräten. Geschriebenes bleibt im Entwurf. Was ein Gerät noch nicht übertragen hatte, liegt danach hier zur Durchsicht.',
  removeNow: 'Entfernen',
  failed: 'Der Server hat das nicht angenommen. Später noch einmal versuchen.',
  lastOwner: 'Das geht erst, wenn noch jemand den Entwurf leitet.',

  pendingTitle: 'Warten auf Bestätigung',
  confirm: 'Bestätigen',
  confirmOf: (name: string) => `${name} bestätigen`,
  decline: 'Ablehnen',
  declineOf: (name: string) => `${name} ablehnen`,
  confirmsWriters: 'Neue Schreibende erst nach Bestätigung',
  confirmsWritersHint: 'Wer mit „Schreiben“ oder „Leiten“ beitritt, wartet, bis eine leitende Person bestätigt.',

  heldBackTitle: 'Zur Durchsicht',
  heldBackIntro: 'Geschrieben, bevor die Rolle geändert wurde, aber erst danach angekommen. Noch nicht im Entwurf.',
  heldBackUntil: (name: string, day: string) => `Von ${name}, hier bis ${day}`,
  written: 'Neu',
  struck: 'Gestrichen',
  nothingReadable: 'Darin steht kein lesbarer Text.',
  accept: 'Übernehmen',
  drop: 'Verwerfen',

  sessionsTitle: 'Meine Geräte',
  thisSession: 'dieses Gerät',
  unknownDevice: 'Unbekannter Browser',
  since: (moment: string) => `angemeldet ${moment}`,
  seen: (moment: string) => `zuletzt ${moment}`,
  endSession: 'Abmelden',
  endSessionOf: (label: string) => `${label} abmelden`,
  endOthers: 'Alle anderen abmelden',
  sessionEnded: (label: string) => `${label} ist abgemeldet.`,
  othersEnded: 'Alle anderen Geräte sind abgemeldet.',

  auditTitle: 'Protokoll',
  auditIntro: 'Wer wann was geändert hat, ohne Texte. Jede Zeile ist mit der vorigen verkettet.',
  auditHead: (hash: string) => `Prüfwert ${hash}`,
  auditBroken: (line: number) =>
    `Die Verkettung ist ab Zeile ${line} gebrochen: Das Protokoll wurde nachträglich verändert.`,
  earlier: 'Frühere zeigen',
  somebody: 'Jemand',
  notLoaded: 'Das lässt sich gerade nicht vom Server holen.',
  events: {
    'draft-started': (who: string) => `${who} hat den Entwurf begonnen`,
    'invitation-made': (who: string, whom: string, role: string) => `${who} hat ${whom} eingeladen: ${role}`,
    'invitation-withdrawn': (who: string, whom: string) => `${who} hat die Einladung für ${whom} zurückgezogen`,
    'invitation-used': (who: string, whom: string) =>
      who === whom ? `${who} hat die eigene Einladung benutzt` : `${who} hat die Einladung für ${whom} benutzt`,
    'invitation-refused': (_who: string, whom: string) =>
      `Die Einladung für ${whom} wurde noch einmal versucht, vergeblich`,
    joined: (who: string, _whom: string, role: string) => `${who} ist beigetreten: ${role}`,
    confirmed: (who: string, whom: string) => `${who} hat ${whom} bestätigt`,
    declined: (who: string, whom: string) => `${who} hat ${whom} nicht aufgenommen`,
    'role-changed': (who: string, whom: string, role: string) => `${who} hat die Rolle von ${whom} geändert: ${role}`,
    'signing-changed': (who: string, whom: string) => `${who} hat festgelegt, ob ${whom} mitzeichnen darf`,
    removed: (who: string, whom: string) => `${who} hat ${whom} entfernt`,
    left: (who: string) => `${who} hat den Entwurf verlassen`,
    'session-ended': (who: string) => `${who} hat ein Gerät abgemeldet`,
    'recovery-made': (who: string) => `${who} hat einen Code für den Notfall angelegt`,
    'recovery-used': (who: string) => `${who} ist mit dem Code für den Notfall zurückgekehrt`,
    'passkey-made': (who: string) => `${who} hat einen Passkey angelegt`,
    'passkey-removed': (who: string) => `${who} hat einen Passkey entfernt`,
    'passkey-used': (who: string) => `${who} hat sich mit einem Passkey angemeldet`,
    'settings-changed': (who: string) => `${who} hat die Bestätigung neuer Schreibender umgestellt`,
    'held-back': (who: string) => `Von ${who} kam zu spät Geschriebenes zur Durchsicht an`,
    'held-back-accepted': (who: string, whom: string) => `${who} hat zu spät Geschriebenes von ${whom} übernommen`,
    'held-back-dropped': (who: string, whom: string) => `${who} hat zu spät Geschriebenes von ${whom} verworfen`,
    'update-refused': (who: string) => `Eine Änderung von ${who} wurde abgelehnt`,
    'version-made': (who: string) => `${who} hat eine Version festgehalten`,
    'signed-off': (who: string) => `${who} hat sich zur Mitzeichnung erklärt`,
    frozen: (who: string) => `${who} hat das Paket eingefroren`,
    reopened: (who: string) => `${who} hat das Paket wieder geöffnet`,
    submitted: (who: string) => `${who} hat die Einreichung vermerkt`,
    restored: () => 'Der Server wurde aus einer Sicherung wiederhergestellt',
    erased: () => 'Gelöschter Text wurde endgültig entfernt',
    'erasure-announced': () => 'Lange hat niemand geschrieben: Das Löschen des Entwurfs wurde angekündigt',
    'trail-shortened': () => 'Einträge, die älter als ein Jahr waren, wurden gelöscht',
  },

  leave: {
    open: 'Entwurf verlassen …',
    title: (draft: string) => (draft === '' ? 'Diesen Entwurf verlassen?' : `„${draft}“ verlassen?`),
    stays: 'Alles Geschriebene bleibt im Entwurf, auch der Name dazu.',
    goes: 'Der Zugang endet auf allen eigenen Geräten, und die Kopie auf diesem Gerät wird entfernt. Zurück führt nur eine neue Einladung.',
    now: 'Verlassen',
    aloneTitle: 'Erst braucht der Entwurf eine zweite Leitung',
    alone: (role: string) =>
      `Niemand sonst leitet diesen Entwurf. In der Liste oben einer anderen Person die Rolle „${role}“ geben, danach geht das Verlassen.`,
  },

  lost: {
    removedTitle: 'Die Mitarbeit an diesem Entwurf ist beendet',
    readOnlyTitle: 'Dieser Entwurf ist jetzt nur noch zu lesen',
    removedText:
      'Wer den Entwurf leitet, hat die Mitarbeit beendet, oder sie wurde auf einem anderen eigenen Gerät beendet. Die Kopie auf diesem Gerät wird entfernt.',
    readOnlyText: 'Wer den Entwurf leitet, hat die Rolle geändert.',
    unsent: (count: number) =>
      count === 1
        ? 'Eine eigene Änderung hatte der Server noch nicht.'
        : `${count} eigene Änderungen hatte der Server noch nicht.`,
    handedOver: 'Das Geschriebene liegt jetzt bei der Leitung zur Durchsicht. Hier lässt es sich als Datei sichern.',
    notHandedOver: 'Der Server nimmt das nicht mehr an. Hier lässt es sich als Datei sichern.',
    agreed: (count: number) =>
      count === 1
        ? 'Auch eine Mitzeichnung oder ein Vermerk zur Einreichung kam nicht mehr an und gilt deshalb nicht.'
        : `Auch ${count} Mitzeichnungen oder Vermerke zur Einreichung kamen nicht mehr an und gelten deshalb nicht.`,
    save: 'Eigene Texte als Datei sichern',
    fileName: (title: string) => `${title} eigene Texte`.trim(),
    goOnRemoved: 'Von diesem Gerät entfernen',
    goOnReadOnly: 'Stand des Servers zeigen',
    saveFirst: 'Erst die eigenen Texte sichern.',
    noticeReadOnly:
      'Ab jetzt nur lesen: Wer den Entwurf leitet, hat die Rolle geändert. Was der Server vorher hatte, steht im Entwurf.',
    rescued:
      'Hier stand etwas anderes als auf dem Server, zum Beispiel eine Änderung im Augenblick eines Rollenwechsels. Ab jetzt gilt der Stand des Servers. Wie es hier stand, lässt sich als Datei sichern:',
    toRescued: 'Meine Interessensbekundungen',
    noticeWrite: 'Ab jetzt auch schreiben: Wer den Entwurf leitet, hat die Rolle geändert.',
    understood: 'Verstanden',
  },
}
