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
  sectors: {
    title: 'Die vier Seiten',
    text: 'Jede Organisation steht auf einer Seite. Zeichen und Farbe sind überall dieselben.',
  },
  offline: {
    title: 'Schreiben ohne Netz',
    text: [
      'Ein Entwurf, der einmal geöffnet wurde, liegt vollständig auf diesem Gerät. Er öffnet sich auch ohne Netz, und Schreiben geht wie immer. Jede Änderung wird sofort auf dem Gerät gesichert.',
      'Sobald der Server wieder erreicht wird, gehen die Änderungen von selbst hinüber, und die der anderen kommen an. Haben zwei denselben Satz geändert, bleiben beide Fassungen stehen. Es geht kein Wort verloren.',
      'Eine Verbindung brauchen nur zwei Dinge: Einladen und Beitreten.',
    ],
    statusTitle: 'Was die Statuszeile sagt',
    statusText: 'Zwei Fragen, zwei Zeichen: Hat dieses Gerät alles? Hat der Server alles?',
  },
  stored: {
    title: 'Was gespeichert wird',
    items: {
      device: {
        title: 'Auf diesem Gerät',
        text: 'Die Entwürfe, die hier geöffnet wurden, mit allem Text. Dazu Name und Organisation, damit sie nicht jedes Mal neu einzutragen sind, und die Wahl von Sprache und Farben.',
      },
      server: {
        title: 'Auf dem Server',
        text: 'Dieselben Entwürfe, wer daran beteiligt ist (Name, Organisation, Seite, Rolle, Zeitpunkt des Beitritts) und offene Einladungen. Wer den Server betreibt, kann Texte und Namen lesen.',
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
