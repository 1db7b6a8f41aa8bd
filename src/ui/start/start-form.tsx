import { Suspense, useRef, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { useLocation } from 'wouter'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import LaptopMinimal from 'lucide-react/icons/laptop-minimal'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Call } from '../../domain/call.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { factsOfPlace, type PlaceRegister, type RegisteredPlace } from '../../domain/place-register.ts'
import type { Person } from '../../domain/person.ts'
import { useApp, useShelf } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { SectorChoice } from '../elements/sector-choice.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useNow } from '../elements/use-now.ts'
import { createPart } from '../part.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { CallChoice } from './call-choice.tsx'
import { longestName, readStart, type StartProblem, type StartProblems, type StartValues } from './read-start.ts'
import css from './start-page.module.css'

const PlaceSuggestions = createPart(() =>
  import('../places/place-suggestions.tsx').then((module) => module.PlaceSuggestions),
)
const BroughtNote = createPart(() => import('../import/brought-note.tsx').then((module) => module.BroughtNote))

/** Call, place, oneself. `known` is how this person last introduced themselves. There is at least one call. */
export const StartForm = ({ calls, known }: { calls: readonly Call[]; known: Person | null }) => {
  const { start: words } = useWording()
  const format = useFormat()
  const app = useApp()
  const deviceKeeps = useShelf((view) => view.deviceKeeps)
  const [, navigate] = useLocation()
  const now = useNow()
  const form = useRef<HTMLFormElement>(null)
  const brought = useStore(app.brought, (store) => store.brought)
  const carried = brought?.read.kind === 'draft' ? brought.read.draft : null
  const [values, setValues] = useState<StartValues>({
    // Whoever takes a draft along takes it to another call.
    callId: (calls.find(({ id }) => id !== carried?.call.id) ?? calls[0])?.id ?? '',
    title: carried?.title ?? '',
    name: known?.name ?? '',
    organisation: known?.organisation ?? '',
    sector: known?.sector ?? null,
  })
  const placeInput = useRef<HTMLInputElement>(null)
  const [chosenPlace, setChosenPlace] = useState<{ place: RegisteredPlace; register: PlaceRegister } | null>(null)
  const [problems, setProblems] = useState<StartProblems>({})
  const [sending, setSending] = useState<'idle' | 'busy' | 'failed'>('idle')

  const call = calls.find((each) => each.id === values.callId) ?? calls[0]
  if (!call) return null
  const placeLabel = call.fields.find((field) => field.id === call.titleField)?.label ?? words.place

  const set = (change: Partial<StartValues>) => {
    setValues((before) => ({ ...before, ...change }))
    setProblems((before) => {
      const rest = { ...before }
      for (const key of Object.keys(change)) delete rest[key as keyof StartProblems]
      return rest
    })
  }
  const say = (problem: StartProblem | undefined, missing: string) =>
    problem === 'missing' ? missing : problem === 'too-long' ? words.tooLong(format.number(longestName)) : null

  const submit = async () => {
    const read = readStart(values, call)
    if (!read.ok) {
      setProblems(read.problems)
      // The errors are drawn in the next frame; the first field in order then takes the focus.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('input[aria-invalid], [aria-invalid] input')?.focus(),
      )
      return
    }
    setSending('busy')
    const outcome = await app.shelf.start({
      callId: call.id,
      title: read.title,
      // Who types on after choosing means another place.
      ...(chosenPlace?.place.name === read.title && {
        facts: factsOfPlace(chosenPlace.place, chosenPlace.register, call),
      }),
      person: read.person,
    })
    if (!outcome.ok) return setSending('failed')
    app.preferences.getState().setPerson(read.person)
    if (brought) app.brought.setState({ brought: { ...brought, draftId: outcome.value } })
    navigate(`/entwurf/${outcome.value}`)
  }

  return (
    <form
      ref={form}
      className={css.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit().catch(() => setSending('failed'))
      }}
    >
      {brought && (
        <Suspense>
          <BroughtNote brought={brought} onForget={() => app.brought.setState({ brought: null })} />
        </Suspense>
      )}
      <div className={css.part}>
        <CallChoice calls={calls} value={call.id} onChange={(callId) => set({ callId })} />
        {deadlineOf(call, now).name === 'over' && <Note icon={CalendarClock}>{words.overNote}</Note>}
      </div>
      <div className={css.part}>
        <h2 className={css.legend}>{words.place}</h2>
        <div className={css.place}>
          <TextField
            label={placeLabel}
            value={values.title}
            onChange={(title) => set({ title })}
            error={say(problems.title, words.placeMissing)}
            name="place"
            ref={placeInput}
            autoComplete="off"
            required
          />
          <Suspense>
            <PlaceSuggestions
              input={placeInput}
              typed={values.title}
              onChoose={(place, register) => {
                setChosenPlace({ place, register })
                set({ title: place.name })
              }}
            />
          </Suspense>
        </div>
      </div>
      <div className={css.part}>
        <h2 className={css.legend}>{words.person}</h2>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={values.name}
          onChange={(name) => set({ name })}
          error={say(problems.name, words.nameMissing)}
          name="name"
          autoComplete="name"
          required
        />
        <TextField
          label={words.organisation}
          hint={words.organisationHint}
          value={values.organisation}
          onChange={(organisation) => set({ organisation })}
          error={say(problems.organisation, words.organisationMissing)}
          name="organisation"
          autoComplete="organization"
          required
        />
        <SectorChoice
          legend={words.sector}
          choices={call.partners.sectors}
          value={values.sector}
          onChange={(sector) => set({ sector })}
          error={say(problems.sector, words.sectorMissing)}
        />
      </div>
      <div className={css.end}>
        <Button kind="primary" size="large" type="submit" busy={sending === 'busy'}>
          {words.submit}
        </Button>
        <Note icon={deviceKeeps ? LaptopMinimal : TriangleAlert} kind="aside">
          {deviceKeeps ? words.offlineNote : words.memoryNote}
        </Note>
        <p aria-live="polite" className={css.failed}>
          {sending === 'failed' && words.failed}
        </p>
      </div>
    </form>
  )
}
