export const rescue = {
  title: 'Datei öffnen',
  hint: 'Eine Datei aus Einvernehmen (.eoi oder .eoi.txt) bringt mit, was auf einem anderen Gerät geschrieben wurde. Beides wird zusammengeführt; nichts wird überschrieben.',
  choose: 'Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  drop: 'Oder die Datei auf die Seite ziehen.',
  reading: 'Die Datei wird gelesen …',
  brought: (count: number, shown: string) =>
    count === 1
      ? 'Übernommen: 1 Änderung, die hier noch fehlte.'
      : `Übernommen: ${shown} Änderungen, die hier noch fehlten.`,
  nothingNew: 'Alles aus dieser Datei war schon da.',
  from: (title: string, name: string, when: string) => `„${title}“, gesichert von ${name}, ${when}`,
  toDraft: 'Zum Entwurf',
  refused: {
    'not-a-rescue-file': 'Das ist keine Datei aus Einvernehmen. Gesucht ist eine mit der Endung .eoi oder .eoi.txt.',
    damaged:
      'Diese Datei ist beschädigt. Vielleicht ist sie nicht vollständig angekommen: bitte noch einmal schicken lassen.',
    'too-new':
      'Diese Datei stammt aus einer neueren Fassung von Einvernehmen. Bitte die Seite neu laden, dann noch einmal öffnen.',
    'too-large': 'Diese Datei ist zu groß für einen Entwurf und wurde nicht gelesen.',
    foreign:
      'Diese Datei gehört zu einem anderen Entwurf. Auf der Startseite lässt sie sich öffnen, wenn dieses Gerät dort dabei ist.',
    'no-access':
      'Dieses Gerät ist an diesem Entwurf nicht beteiligt, deshalb wurde nichts übernommen und nichts behalten. Wer den Entwurf leitet, kann eine Einladung schicken; danach die Datei noch einmal öffnen.',
    unreachable:
      'Dieser Entwurf ist noch nicht auf diesem Gerät, und ob es dabei ist, weiß nur der Server. Er ist gerade nicht erreichbar. Die Datei aufheben und mit Verbindung noch einmal öffnen.',
    'may-not-write':
      'Dieses Gerät darf in diesem Entwurf nur lesen. Die Datei an jemanden weitergeben, der mitschreibt; dort lässt sie sich öffnen.',
    'draft-full': 'Mit dieser Datei würde der Entwurf zu groß. Nichts wurde übernommen.',
  },
  failed: 'Das hat nicht geklappt. Die Datei ist unverändert; bitte noch einmal versuchen.',
}
