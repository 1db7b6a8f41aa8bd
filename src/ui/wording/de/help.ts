export const help = {
  title: 'Hilfe',
  contents: 'Auf dieser Seite',
  what: {
    title: 'Was Einvernehmen tut',
    text: [
      'Einvernehmen ist ein gemeinsames Blatt Papier für eine Interessensbekundung. Verein, Rathaus, Betrieb und Hochschule schreiben denselben Text, jede Organisation auf den eigenen Geräten, gleichzeitig oder nacheinander.',
      'Fragen, Zeichengrenzen und Frist kommen aus dem Aufruf des Programms. Wo sie nicht belegt, sondern angenommen sind, steht es dabei.',
    ],
    stepsTitle: 'So fängt es an',
    steps: [
      'Eine Person legt den Entwurf an: Aufruf und Ort wählen, sich selbst und die eigene Organisation nennen.',
      'Diese Person lädt die anderen ein: ein persönlicher Link je Person, ohne Konto und ohne Passwort.',
      'Alle schreiben. Wer gerade wo schreibt, ist an Zeichen, Name und Organisation zu sehen.',
    ],
  },
  talking: {
    title: 'Über den Text sprechen',
    text: [
      'Wörter markieren und „Kommentieren“ drücken: Was dazu zu sagen ist, steht dann neben dem Text, mit Name und Organisation. Auch zu einem ganzen Abschnitt, einer Angabe oder dem Entwurf lässt sich etwas sagen. Mit @ wird eine Person oder eine Organisation angesprochen.',
      'Mit „Vorschlagen“ wird geschrieben wie immer, nur bleibt der Text der anderen stehen: Neues ist unterstrichen, Entferntes durchgestrichen. Wer schreiben darf, übernimmt einen Vorschlag oder lehnt ihn ab.',
      'Wer nur kommentieren darf, kann beides. Auch ohne Netz.',
    ],
  },
  submitting: {
    title: 'Bis zur Einreichung',
    text: 'Alles dafür steht im Menü „Weiteres“.',
    steps: [
      '„Prüfung“ zeigt, was nach den Regeln des Aufrufs noch fehlt, und führt an die Stelle.',
      '„Letzte Bearbeitung“ schließt fertige Abschnitte, damit sich ihr Wortlaut nicht mehr ändert. Vorschlagen geht weiter.',
      '„Mitzeichnung“: Jede Organisation stimmt dem genauen Wortlaut zu. Ändert sich danach etwas, erlischt ihre Zustimmung, und der Unterschied ist zu sehen.',
      'Dort wird das Paket auch eingefroren. „Export“ macht daraus PDF, Word und OpenDocument, und „Ins Formular übertragen“ kopiert Feld für Feld.',
      '„Verlauf“ bewahrt frühere Fassungen auf. Ein Abschnitt oder alles lässt sich daraus zurückholen.',
    ],
  },
  sectors: {
    title: 'Die vier Seiten',
    text: 'Jede Organisation steht auf einer Seite. Zeichen und Farbe sind überall dieselben.',
  },
  offline: {
    title: 'Schreiben ohne Netz',
    text: [
      'Ein Entwurf, der einmal geöffnet wurde, liegt vollständig auf diesem Gerät. Er öffnet sich auch ohne Netz, und Schreiben geht wie immer. Jede Änderung wird sofort auf dem Gerät gesichert.',
      'Sobald der Server wieder erreicht wird, gehen die Änderungen von selbst hinüber, und die der anderen kommen an. Haben zwei denselben Satz geändert, bleiben beide Fassungen stehen. Es geht kein Wort verloren.',
      'Eine Verbindung brauchen nur drei Dinge: Einladen, Beitreten und das Einfrieren zur Einreichung.',
    ],
    statusTitle: 'Was die Statuszeile sagt',
    statusText: 'Zwei Fragen, zwei Zeichen: Hat dieses Gerät alles? Hat der Server alles?',
  },
  stored: {
    title: 'Was gespeichert wird',
    items: {
      device: {
        title: 'Auf diesem Gerät',
        text: 'Die Entwürfe, die hier geöffnet wurden, mit allem Text und allen Kommentaren. Dazu Name und Organisation, damit sie nicht jedes Mal neu einzutragen sind, und die Wahl von Sprache und Farben.',
      },
      server: {
        title: 'Auf dem Server',
        text: 'Dieselben Entwürfe mit Kommentaren, Vorschlägen, Fassungen und Mitzeichnungen, wer daran beteiligt ist (Name, Organisation, Seite, Rolle, Zeitpunkt des Beitritts) und offene Einladungen. Eine E-Mail-Adresse nur, wenn jemand selbst um Benachrichtigung bittet. Wer den Server betreibt, kann Texte und Namen lesen.',
      },
      cookie: {
        title: 'Im Browser',
        text: 'Ein Cookie, an dem der Server dieses Gerät wiedererkennt. Es dient nur der Anmeldung.',
      },
      nobody: {
        title: 'Bei niemandem sonst',
        text: 'Es gibt keine Werbung, keine Auswertung und keine Anfragen an andere Anbieter. Auch die Schrift kommt vom eigenen Server.',
      },
    },
    who: 'Name und Texte eines Entwurfs sehen nur dessen Beteiligte.',
  },
  keys: {
    title: 'Tasten',
    intro: 'Alles geht auch mit der Maus oder dem Finger.',
    control: 'Strg',
    shift: 'Umschalt',
    tab: 'Tab',
    space: 'Leertaste',
    andThen: 'dann',
    actions: {
      bold: 'Fett',
      italic: 'Kursiv',
      link: 'Link setzen oder ändern',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      heading: 'Überschrift',
      numbered: 'Nummerierte Liste',
      bullet: 'Aufzählung',
      indent: 'In Listen: eine Stufe tiefer',
      outdent: 'In Listen: eine Stufe höher',
      comment: 'Kommentieren',
      nextComment: 'Nächster Kommentar',
      previousComment: 'Voriger Kommentar',
      suggest: 'Vorschlagen statt schreiben, und zurück',
      keys: 'Diese Tasten zeigen',
    },
    lineStart: {
      bullet: 'Aufzählung am Zeilenanfang',
      numbered: 'Nummerierte Liste am Zeilenanfang',
    },
  },
}
