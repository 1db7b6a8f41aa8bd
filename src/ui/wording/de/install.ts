/** How the app gets onto a device. Comes with the screens that say it, not with the app. */
export const install = {
  title: 'Am besten als App',
  offer: 'Als App installieren',
  offerText: 'Als App startet Einvernehmen in einem eigenen Fenster, und der Browser behält den Speicher eher.',
  readyText:
    'Auf dem Home-Bildschirm bleibt der Speicher erhalten. Die App beginnt dort mit einem eigenen Speicher und braucht deshalb noch einmal eine Einladung.',
  firstTitle: 'Vor dem ersten Wort: als App ablegen',
  firstText:
    'Im Browser löscht dieses Gerät nach einer Woche ohne Besuch, was eine Webseite gespeichert hat. Auf dem Home-Bildschirm bleibt es erhalten. Die App beginnt dort mit einem eigenen Speicher, deshalb am besten gleich.',
  steps: {
    share: '„Teilen“ antippen, unten oder hinter „…“',
    add: '„Zum Home-Bildschirm“ wählen',
    open: 'Einvernehmen von dort öffnen',
  },
  invitation: 'In der App „Einladung annehmen“ wählen und diesen Link einfügen:',
  copy: 'Link der Einladung kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren ist hier nicht möglich. Den Link aus der Nachricht nehmen, mit der er kam.',
  stay: 'Im Browser weitermachen',
}
