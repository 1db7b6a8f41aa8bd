export const whose = {
  question: 'Ist das ein eigenes Gerät?',
  yes: 'Ja',
  no: 'Nein',
  hint: 'Zum Beispiel „Nein“ am Rechner im Bürgerhaus oder in der Bücherei.',
  own: 'Der Entwurf wird auf diesem Gerät gesichert und öffnet sich auch ohne Netz.',
  shared:
    'Auf diesem Gerät bleibt nichts zurück: Der Text steht nur in diesem Fenster und auf dem Server, und nach 30 Minuten ohne Eingabe endet die Anmeldung. Ohne Netz geht hier nichts.',
  warningTitle: 'Noch jemand da?',
  warning: (time: string) =>
    `Dieses Gerät gehört mehreren. Ohne Eingabe endet die Anmeldung hier um ${time}. Eine Taste genügt, um weiterzuschreiben.`,
  goOn: 'Weiterschreiben',
  overTitle: 'Die Anmeldung auf diesem Gerät endet',
  unsent:
    'Noch nicht alles ist übertragen. Das Fenster bleibt offen, bis der Server es hat oder eine Datei gesichert ist.',
  save: 'Datei sichern',
}
