/** A copy that has not met its server for thirty days. Comes with the screen that says it, not with the app. */
export const locked = {
  title: 'Dieser Entwurf wartet auf eine Verbindung',
  text: (day: string) =>
    `Dieses Gerät hatte zuletzt am ${day} Kontakt zum Server. Nach 30 Tagen ohne Kontakt öffnet sich ein Entwurf erst wieder mit Verbindung. So liegt auf vergessenen Geräten kein Text offen herum.`,
  safe: 'Gelöscht wird nichts: Der ganze Entwurf liegt weiter auf diesem Gerät.',
  waiting: (count: number, shown: string) =>
    count === 1
      ? 'Gelöscht wird nichts: Der ganze Entwurf liegt weiter auf diesem Gerät. 1 Änderung von hier wartet noch auf den Server.'
      : `Gelöscht wird nichts: Der ganze Entwurf liegt weiter auf diesem Gerät. ${shown} Änderungen von hier warten noch auf den Server.`,
  advice: [
    'Das Gerät mit dem Netz verbinden. Der Entwurf öffnet sich dann von selbst.',
    'Wird er vorher gebraucht: Die Datei lässt sich auch ohne Netz sichern und auf einem anderen Gerät öffnen.',
    'Stimmt das Datum auf diesem Gerät? Mit dem richtigen öffnet sich der Entwurf vielleicht sofort.',
  ],
}
