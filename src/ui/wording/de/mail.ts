/** Being told by e-mail. */
export const mail = {
  title: 'Benachrichtigung per E-Mail',
  intro:
    'Wenn zu diesem Entwurf etwas gesagt wurde, kommt höchstens einmal am Tag eine Mail: wie viele Kommentare und Vorschläge in welchem Abschnitt, und wie viele davon die eigene Organisation meinen. Nie der Text selbst.',
  privacy:
    'Die Adresse liegt nur auf dem Server. Niemand im Team sieht sie. Gelöscht wird sie, sobald die Benachrichtigung, die Mitarbeit oder der Entwurf endet.',
  notOffered: 'Dieser Server verschickt keine Mails.',
  address: 'E-Mail-Adresse',
  hint: 'An sie geht zuerst eine Mail mit einem Link. Erst nach dem Bestätigen kommt mehr.',
  ask: 'Mail zum Bestätigen schicken',
  asked: 'Noch nicht bestätigt. Die Mail mit dem Link ist unterwegs an',
  told: 'Benachrichtigungen gehen an',
  move: 'Andere Adresse angeben',
  moving:
    'Noch nicht bestätigt, bis dahin bleibt es bei der bisherigen Adresse. Die Mail mit dem Link ist unterwegs an',
  end: 'Abbestellen und Adresse löschen',
  failures: {
    busy: 'Die Mail ließ sich gerade nicht verschicken. Später noch einmal versuchen.',
    invalid: 'Das ist keine vollständige E-Mail-Adresse.',
    other: 'Der Server ist gerade nicht zu erreichen. Mit Verbindung noch einmal versuchen.',
  },
  toDraft: 'Zum Entwurf',
  links: {
    confirm: {
      title: 'Adresse bestätigen',
      intro: 'Danach kommt höchstens einmal am Tag eine Mail, wenn zum Entwurf etwas gesagt wurde.',
      press: 'Bestätigen',
      done: 'Bestätigt. Abbestellen geht jederzeit, auch in jeder Mail.',
    },
    end: {
      title: 'Benachrichtigung abbestellen',
      intro: 'Es kommen keine Mails mehr zu diesem Entwurf, und die Adresse wird gelöscht.',
      press: 'Abbestellen',
      done: 'Abbestellt. Die Adresse ist gelöscht.',
    },
    unusable: 'Dieser Link gilt nicht mehr. Im Menü des Entwurfs lässt sich die Benachrichtigung neu bestellen.',
    failed: 'Der Server ist gerade nicht zu erreichen. Noch einmal versuchen.',
    toShelf: 'Zu den Entwürfen',
  },
}
