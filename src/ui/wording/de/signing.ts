/** Who may agree for an organisation. Comes with the whole team's list. */
export const signing = {
  label: 'Mitzeichnung',
  labelOf: (name: string) => `Mitzeichnung von ${name}`,
  none: 'zeichnet nicht mit',
  authorised: 'darf mitzeichnen',
  deputy: 'darf in Vertretung mitzeichnen',
  hint: 'Wer mitzeichnet, erklärt das Einverständnis der eigenen Organisation. Unabhängig davon, ob diese Person schreibt oder nur liest.',
}
