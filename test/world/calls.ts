import { readdirSync, readFileSync } from 'node:fs'
import { readCall, type Call } from '../../src/domain/call.ts'

const folder = 'server/calls'

const mustRead = (json: unknown): Call => {
  const read = readCall(json)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.call
}

/** The calls that ship with the project, by id. */
export const shippedCalls: ReadonlyMap<string, Call> = new Map(
  readdirSync(folder).map((name) => {
    const call = mustRead(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
    return [call.id, call]
  }),
)

export const callNamed = (id: string): Call => {
  const call = shippedCalls.get(id)
  if (!call) throw new Error(`no call ${id}`)
  return call
}

const field = (id: string, label: string, more: object) => ({ id, label, required: true, certainty: 'known', ...more })

/** Asks for everything a call can ask for, of every kind, where the calls that ship do not: a call is only data. */
export const callWithEverything: Call = mustRead({
  id: 'alles-2024',
  programme: 'Netzwerkprogramm Alles',
  shortTitle: 'Alles 2024',
  title: 'Aufruf mit allem',
  documentWord: 'Bewerbung',
  window: {
    opens: '2024-01-15',
    closes: '2024-03-28',
    timeOfDay: '12:00',
    timeZone: 'Europe/Berlin',
    history: [
      { closes: '2024-03-08', until: '2024-03-01' },
      { closes: '2024-03-21', until: '2024-03-20' },
    ],
    certainty: 'known',
  },
  titleField: 'place.name',
  headlineFields: ['place.name', 'place.population', 'agreed'],
  partners: {
    minimum: 3,
    sectors: [
      { id: 'civil', label: 'Vereine', required: true },
      { id: 'administration', label: 'Rathaus', required: true },
      { id: 'science', label: 'Forschung', required: false },
    ],
    fields: [
      field('seat', 'Sitz der Organisation', {}),
      field('form', 'Rechtsform', { kind: 'choice', choices: ['Verein', 'Stiftung'], required: false }),
      field('members', 'Zahl der Mitglieder', { kind: 'number', min: 3, onViolation: 'block', required: false }),
      field('founded', 'Gegründet am', { kind: 'date', required: false, certainty: 'assumed' }),
      field('share', 'Eigener Anteil', { kind: 'money', unit: 'Euro', max: 9000, required: false }),
      field('speaker', 'Ansprechperson der Organisation', { kind: 'person', required: false }),
      field('roof', 'Dachverband', { kind: 'organisation', required: false }),
      field('charity', 'Als gemeinnützig anerkannt', { kind: 'yes-no' }),
    ],
    certainty: 'secondary',
  },
  counting: { unit: 'characters', spaces: false, lineBreak: 0, certainty: 'known' },
  fields: [
    field('place.name', 'Ort', {}),
    field('place.kind', 'Art des Ortes', { kind: 'choice', choices: ['Stadt', 'Dorf'], onViolation: 'block' }),
    field('place.population', 'Menschen im Ort', { kind: 'number', min: 500, max: 10_000, onViolation: 'block' }),
    field('households', 'Haushalte', { kind: 'number', max: 10_000, required: false }),
    field('place.date', 'Gezählt am', { kind: 'date' }),
    field('grant', 'Gewünschte Summe', { kind: 'money', unit: 'Euro', max: 35_000, hint: 'Bis 35.000 Euro.' }),
    field('contact', 'Wer Auskunft gibt', { kind: 'person', certainty: 'secondary' }),
    field('submitter', 'Wer einreicht', { kind: 'organisation' }),
    field('agreed', 'Der Rat hat beschlossen', { kind: 'yes-no', hint: 'Ein Beschluss mit Datum.' }),
    field('again', 'Schon einmal beworben', { kind: 'yes-no', required: false, certainty: 'assumed' }),
  ],
  sections: [
    {
      id: 'vorhaben',
      title: 'Das Vorhaben',
      question: 'Was soll sich ändern?',
      maxCharacters: 900,
      required: true,
      certainty: 'assumed',
    },
    {
      id: 'anmerkungen',
      title: 'Anmerkungen zum Schluss',
      question: 'Was noch gesagt sein soll?',
      maxCharacters: 300,
      onViolation: 'warn',
      required: false,
      certainty: 'known',
    },
  ],
  declarations: [
    { id: 'wahrheit', title: 'Die Angaben sind richtig', perPartner: false, certainty: 'known' },
    { id: 'daten', title: 'Einwilligung zur Datenverarbeitung', perPartner: true, certainty: 'assumed' },
  ],
  attachments: [
    { id: 'beschluss', title: 'Ratsbeschluss', required: true, certainty: 'known' },
    { id: 'bilder', title: 'Bilder vom Ort', required: false, certainty: 'known' },
  ],
  checklist: ['Im Rat besprochen'],
  afterwards: [{ what: 'Auswahl', when: 'Mai 2024', certainty: 'secondary' }],
})

export const allCalls: readonly Call[] = [...shippedCalls.values(), callWithEverything]
