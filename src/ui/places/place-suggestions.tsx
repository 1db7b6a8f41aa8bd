import { useEffect, useId, useMemo, useState, type RefObject } from 'react'
import { findPlaces, indexPlaces, type PlaceRegister, type RegisteredPlace } from '../../domain/place-register.ts'
import { useApp } from '../app-context.tsx'
import { classNames } from '../elements/class-names.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { placesWords } from '../wording/places.ts'
import css from './place-suggestions.module.css'

interface PlaceSuggestionsProps {
  /** The field they belong to. It stays an ordinary one while there is no register. */
  input: RefObject<HTMLInputElement | null>
  typed: string
  onChoose: (place: RegisteredPlace, register: PlaceRegister) => void
}

const mostShown = 8

const intoView = (popup: HTMLElement | null) => popup?.scrollIntoView({ block: 'nearest' })

/** Makes a field a combobox of the places in the municipal register, where there is one. Free text stays possible. */
export const PlaceSuggestions = ({ input, typed, onChoose }: PlaceSuggestionsProps) => {
  const words = useWordsOf(placesWords)
  const format = useFormat()
  const app = useApp()
  const id = useId()
  const [register, setRegister] = useState<PlaceRegister | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)

  useEffect(() => {
    let isGone = false
    const take = (read: PlaceRegister | null) => (isGone ? undefined : setRegister(read))
    app.places().then(take, () => undefined)
    return () => {
      isGone = true
    }
  }, [app])

  const known = useMemo(() => (register ? indexPlaces(register) : []), [register])
  const found = useMemo(() => (isOpen ? findPlaces(known, typed, mostShown) : []), [known, isOpen, typed])
  const isShown = found.length > 0

  useEffect(() => {
    const element = input.current
    if (!element || !register) return undefined
    const open = () => {
      setOpen(true)
      setActive(-1)
    }
    const close = () => setOpen(false)
    const press = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const place = found[active]
      if (step !== 0 && !isShown) open()
      else if (step !== 0) setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length)
      else if (event.key === 'Enter' && isShown && place) choose(place)
      else if (event.key === 'Escape' && isShown) close()
      else return
      event.preventDefault()
    }
    const choose = (place: RegisteredPlace) => {
      close()
      onChoose(place, register)
    }
    element.addEventListener('input', open)
    element.addEventListener('blur', close)
    element.addEventListener('keydown', press)
    return () => {
      element.removeEventListener('input', open)
      element.removeEventListener('blur', close)
      element.removeEventListener('keydown', press)
    }
  }, [input, register, found, active, isShown, onChoose])

  useEffect(() => {
    const element = input.current
    if (!element || !register) return
    const said: Record<string, string | null> = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': String(isShown),
      'aria-controls': isShown ? `${id}-list` : null,
      'aria-activedescendant': isShown && active >= 0 ? `${id}-${active}` : null,
    }
    for (const [name, value] of Object.entries(said)) {
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
  }, [input, register, isShown, active, id])

  if (!register) return null
  return (
    <>
      <output className="visually-hidden">{isShown && words.found(found.length, format.number(found.length))}</output>
      {isShown && (
        <div className={css.popup} ref={intoView}>
          {/* A list of the page's own cannot say more than a name. */}
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
          <div role="listbox" id={`${id}-list`} aria-label={words.list}>
            {found.map((place, index) => (
              <button
                key={place.areaCode}
                type="button"
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
                role="option"
                id={`${id}-${index}`}
                tabIndex={-1}
                aria-selected={index === active}
                className={classNames(css.place, index === active && css.active)}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => {
                  setOpen(false)
                  onChoose(place, register)
                }}
              >
                <span className={css.name}>{place.name}</span>
                <span className={css.meta}>
                  {place.kind} · {place.state} · {words.inhabitants(format.number(place.population))}
                </span>
              </button>
            ))}
          </div>
          <p className={css.source}>{words.from(register.source, format.shortDay(register.date))}</p>
        </div>
      )}
    </>
  )
}
