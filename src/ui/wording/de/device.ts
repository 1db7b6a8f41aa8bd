export const device = {
  removeOne: 'Von diesem Gerät entfernen',
  removeAll: 'Alles von diesem Gerät entfernen',
  oneText: (title: string) =>
    `„${title}“ verschwindet von diesem Gerät, mit allem, was der Browser davon aufgehoben hat. Auf dem Server und bei den anderen bleibt der Entwurf, wie er ist.`,
  allText:
    'Alle Entwürfe, die Anmeldung und die App selbst verschwinden aus diesem Browser. Auf dem Server und bei den anderen bleiben die Entwürfe, wie sie sind. Zurück geht es nur mit einer neuen Einladung oder mit dem Code vom Notfallblatt.',
  unsentTitle: 'Noch nicht alles ist übertragen',
  unsentText:
    'Was der Server noch nicht hat, gibt es nur hier. Entfernen geht, sobald es übertragen oder als Datei gesichert ist.',
  unsent: (title: string, count: number, shown: string) =>
    count === 1 ? `„${title}“: 1 Änderung` : `„${title}“: ${shown} Änderungen`,
  isElsewhere: 'Steht nur in einem anderen Fenster und ist dort noch nicht gesichert. Bitte dort nachsehen.',
  save: 'Datei sichern',
  saved: 'gesichert',
  saveFirst: 'Erst übertragen lassen oder als Datei sichern.',
  remove: 'Entfernen',
  removing: 'Wird entfernt …',
  cancel: 'Abbrechen',
  doneTitle: 'Entfernt',
  doneOne: 'Auf diesem Gerät ist nichts mehr davon. Das wurde gerade nachgesehen.',
  doneAll:
    'Auf diesem Gerät ist nichts mehr von Einvernehmen. Das wurde gerade nachgesehen. Das Fenster kann geschlossen werden.',
  doneFiles: 'Gesicherte Dateien liegen weiter dort, wo der Browser Dateien ablegt.',
  left: {
    draft:
      'Der Entwurf ließ sich nicht entfernen. Andere Fenster mit Einvernehmen schließen und noch einmal versuchen.',
    databases:
      'Nicht alle Entwürfe ließen sich entfernen. Andere Fenster mit Einvernehmen schließen und noch einmal versuchen.',
    choices: 'Die Einstellungen ließen sich nicht entfernen.',
    app: 'Die App selbst ließ sich nicht ganz entfernen. In den Einstellungen des Browsers die Daten dieser Seite löschen.',
    session:
      'Der Server ließ sich nicht erreichen: Die Anmeldung dieses Browsers gilt dort noch. Mit Verbindung noch einmal versuchen, oder die Cookies dieser Seite löschen.',
  },
  toStart: 'Zur Startseite',
  again: 'Noch einmal versuchen',
}
