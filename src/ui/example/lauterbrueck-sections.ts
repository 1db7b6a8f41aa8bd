/** What stands in the example's sections, in the shorthand of `writtenLines`. */
export const lauterbrueckSections: readonly { id: string; done: boolean; written: readonly string[] }[] = [
  {
    id: 'kurzfassung',
    done: true,
    written: [
      'Lauterbrück hat 23.400 Menschen und 140 Vereine. Freiwilligenagentur, Stadt, Handwerk und Hochschule machen daraus bis 2026 eine verlässliche Zusammenarbeit: mit einem Engagementbüro in der Alten Molkerei, einem Topf für kleine Ideen und einem jährlichen Stadtforum, dessen Ergebnisse der Rat berät.',
    ],
  },
  {
    id: 'ausgangslage',
    done: false,
    written: [
      'Jede dritte Person in Lauterbrück engagiert sich, das zeigt die Befragung der Hochschule Lautertal mit 1.212 Antworten vom Frühjahr 2023. Stark sind Sport, Feuerwehr und Nachbarschaftshilfe.',
      'Es hakt: In zwei Ortsteilen fehlt eine Anlaufstelle, Anträge an die Stadt laufen über fünf Ämter, und Junge finden schwer in bestehende Vereine.',
      'Betriebe fragt bisher niemand gebündelt an.',
    ],
  },
  {
    id: 'zusammenarbeit',
    done: true,
    written: [
      'Seit 2019 sitzen wir an einem Tisch. Der _Runde Tisch Ehrenamt_ trifft sich viermal im Jahr im Rathaus; eingeladen wird abwechselnd von der Freiwilligenagentur und der Ehrenamtskoordination der Stadt. Zuletzt waren 31 Vereine, drei Ämter und zwei Betriebe dabei.',
      '## Was sich bewährt hat',
      '- **Eine Liste statt fünf:** Seit 2021 führen Stadt und Freiwilligenagentur ein gemeinsames Verzeichnis der Vereine. Es wird zweimal im Jahr abgeglichen.',
      '- **Schnelle Hilfe:** Nach dem Hochwasser im Juli 2021 haben wir in drei Tagen 260 Freiwillige eingeteilt. Die Kreishandwerkerschaft stellte Fahrzeuge und Werkzeug.',
      '- **Lernen vor Ort:** 18 Studierende der Hochschule haben Vereine bei der Nachfolge im Vorstand begleitet. In sieben Fällen mit Erfolg.',
      '- **Ein Fest, eine Kasse:** Das Brückenfest richten seit 2020 zwölf Vereine zusammen aus. Was übrig bleibt, geht in die Jugendarbeit; 2023 waren es 6.400 Euro.',
      '## Was sich nicht bewährt hat',
      'Die Ehrenamtsbörse im Netz schlief nach einem Jahr ein: Niemand war für sie zuständig. Das Stadtforum 2022 brachte 48 Vorschläge, von denen der Rat nur zwei beraten hat, weil offen blieb, wer sie in die Ausschüsse bringt. Und die Betriebe haben wir erst gefragt, als schon alles feststand.',
      'Daraus haben wir gelernt: Zusammenarbeit braucht bei uns eine Person, die sie täglich im Blick hat, einen festen Weg in den Rat und alle vier Seiten von Anfang an.',
    ],
  },
  {
    id: 'ziele',
    done: true,
    written: [
      'Wir haben uns im Sommer 2023 an drei Abenden auf vier Ziele geeinigt. Jedes hat eine Seite, die es trägt, und ein Zeichen, an dem Einwohnerinnen und Einwohner die Veränderung merken.',
      '## 1. Eine Tür für alle Fragen',
      'Wer sich engagieren will oder Hilfe für einen Verein sucht, soll nicht mehr fünf Ämter abklappern. In der **Alten Molkerei** entsteht ein Engagementbüro von Stadt und Freiwilligenagentur mit festen Zeiten, auch abends und am Samstag. In Oberlauter und Steinfurt, wo bisher eine Anlaufstelle fehlt, kommt es einmal in der Woche vorbei.',
      '_Zu merken daran:_ Jede Anfrage hat nach drei Werktagen eine Antwort. Anträge an die Stadt, vom Straßenfest bis zur Hallenzeit, gehen über ein Formular und eine Person.',
      '## 2. Kleine Ideen werden schnell möglich',
      'Viele gute Vorhaben scheitern an 300 Euro. Wir richten einen Topf für kleine Ideen ein: bis zu 500 Euro, eine Seite Antrag, Entscheidung innerhalb von vier Wochen durch eine Runde, in der alle vier Seiten und zwei ausgeloste Einwohnerinnen oder Einwohner sitzen. Die Stadt gibt 10.000 Euro im Jahr, die Betriebe legen dieselbe Summe in Geld oder Material dazu.',
      '_Zu merken daran:_ Vierzig Ideen im Jahr, mindestens zehn davon von Menschen unter 27, und an jedem Ort ein kleines Schild: „Das waren wir.“ Wer eine Zusage hat, bekommt eine erfahrene Person zur Seite und berichtet am Ende mit drei Sätzen und einem Foto. Mehr Bürokratie gibt es nicht.',
      '## 3. Was das Stadtforum rät, kommt in den Rat',
      'Das Stadtforum tagt jedes Jahr im September, offen für alle, mit Kinderbetreuung und Übersetzung. Seine Ergebnisse gehen als Vorlage an den Hauptausschuss; spätestens nach drei Monaten antwortet der Rat öffentlich, was er übernimmt, was nicht und warum. Die Geschäftsordnung ist dafür schon im Entwurf geändert.',
      '_Zu merken daran:_ Im Rathaus und im Netz hängt eine Liste aller Vorschläge mit ihrem Stand, in einfacher Sprache.',
      '## 4. Junge Leute und Betriebe sind dabei',
      'Nur elf Prozent der Aktiven in unseren Vereinen sind unter 30. Hochschule und Handwerk öffnen deshalb zwei neue Wege: _Engagement im Lehrplan_ mit Leistungspunkten für begleitete Mitarbeit im Verein, und der **Ehrenamtstag im Betrieb**, an dem Auszubildende zwei Tage im Jahr bei vollem Lohn helfen. Zwölf Betriebe haben zugesagt.',
      '_Zu merken daran:_ Bis 2026 verdoppelt sich der Anteil der Jungen, und jeder zehnte Betrieb in der Stadt macht mit.',
      'Geprüft wird das alle zwei Jahre durch dieselbe Befragung wie 2023. Die Ergebnisse sind öffentlich, auch die schlechten.',
    ],
  },
  {
    id: 'mitwirkende',
    done: false,
    written: [
      'Vier Seiten tragen die Bewerbung. Was jede einbringt, ist mit den Leitungen abgesprochen:',
      '- **Freiwilligenagentur Lauterbrück e. V.:** 15 Stunden je Woche für die Koordination, Beratung der Vereine, das Verzeichnis und 22 Jahre Erfahrung. Sie hat die Federführung.',
      '- **Stadt Lauterbrück:** die Räume in der Alten Molkerei mietfrei, eine halbe Stelle in der Stabsstelle beim Bürgermeister, 10.000 Euro im Jahr für den Topf und den Weg in den Rat.',
      '- **Kreishandwerkerschaft Lautertal:** Werkstätten an zwei Samstagen im Monat, Material für kleine Ideen und die Ansprache von 140 Innungsbetrieben.',
      '- **Hochschule Lautertal:** die Befragung alle zwei Jahre, ein Seminar je Semester und die Auswertung des Stadtforums. Zwei Lehrende sind dafür freigestellt, zusammen mit vier Stunden je Woche.',
      'Dazu kommen das Mehrgenerationenhaus, der Stadtsportbund und die Freiwillige Feuerwehr als ständige Gäste am Runden Tisch.',
      '**Wer noch fehlt:** die beiden Moscheegemeinden, der Jugendrat und die Wohnungsbaugesellschaft. Mit allen dreien sind für November Gespräche vereinbart. Aus Steinfurt ist bisher nur die Feuerwehr dabei.',
    ],
  },
  {
    id: 'zeitplan',
    done: false,
    written: [
      '1. **Januar 2024:** Die Steuerungsgruppe mit zwei Personen je Seite nimmt die Arbeit auf und tagt dann alle sechs Wochen.',
      '2. **März 2024:** Die Kreishandwerkerschaft lädt zehn Betriebe zum ersten Frühstück ein. Thema: Was kann ein Betrieb geben außer Geld?',
      '3. **April 2024:** Das Engagementbüro in der Alten Molkerei öffnet an drei Tagen in der Woche.',
      '4. **Juni 2024:** Erste Runde im Topf für kleine Ideen.',
      '5. **September 2024:** Die Stadt lädt zum Stadtforum ins Bürgerhaus ein, die Hochschule moderiert.',
      '6. **Dezember 2024:** Antwort des Rats auf das Stadtforum, Rückblick am Runden Tisch.',
      'Offen ist noch, ab wann das Büro nach Oberlauter und Steinfurt kommt. Das klären die Ortsbeiräte mit der Stadt im November; der Bus fährt dort nur stündlich.',
    ],
  },
  {
    id: 'verankerung',
    done: true,
    written: [
      'Die Koordination sitzt im Engagementbüro in der Alten Molkerei. Sie wird von zwei Personen geteilt: 15 Stunden je Woche von der Freiwilligenagentur und eine halbe Stelle der Stadt, angesiedelt in der Stabsstelle beim Bürgermeister und nicht in einem Fachamt. So ist sie für alle Ämter zuständig. Beide Stellen sind bis Ende 2026 finanziert.',
      'Entschieden wird in der **Steuerungsgruppe** mit zwei Personen je Seite. Sie arbeitet im Einvernehmen: Gegen eine ganze Seite wird nichts beschlossen.',
      '- **Rat:** Der Hauptausschuss hat der Bewerbung am 12. Oktober 2023 ohne Gegenstimme zugestimmt. Zweimal im Jahr berichtet die Steuerungsgruppe dort öffentlich.',
      '- **Verwaltungsspitze:** Der Bürgermeister nimmt am Runden Tisch teil; die Ämter benennen je eine Ansprechperson mit Vertretung.',
      '- **Vereine:** Sie wählen ihre beiden Mitglieder der Steuerungsgruppe auf der Vollversammlung im Frühjahr.',
      'Fällt eine der Personen aus, übernimmt die andere Seite für bis zu drei Monate. Das ist in der Vereinbarung zwischen Stadt und Freiwilligenagentur geregelt.',
    ],
  },
  {
    id: 'netzwerkbeitrag',
    done: false,
    written: [
      'Wir teilen, was bei uns funktioniert: das Verzeichnis der Vereine, das Formular für den Topf und den Ablauf, mit dem ein Stadtforum in den Rat kommt. Alles steht frei zum Nachmachen im Netz.',
      'Zu jedem bundesweiten Treffen kommen zwei Personen von verschiedenen Seiten. Im Herbst 2025 laden wir Städte unserer Größe für zwei Tage nach Lauterbrück ein. Mehr über das Netzwerk steht auf [engagiertestadt.de](https://www.engagiertestadt.de/).',
    ],
  },
  {
    id: 'unterstuetzung',
    done: false,
    written: [
      'Am meisten hilft uns ein **Tandem** mit einer Stadt, in der die Wirtschaft seit Jahren verlässlich mitwirkt. Begleitung wünschen wir uns bei zwei Fragen:',
      '- Wie bleiben Menschen dabei, die nur ein einzelnes Vorhaben haben?',
      '- Wie misst man Wirkung, ohne Vereine mit Berichten zu belasten?',
    ],
  },
]
