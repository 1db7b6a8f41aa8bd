import { lazy, useState, type ComponentType } from 'react'
import { fetchPart } from '../state/missing-part.ts'

export interface Part<Props> {
  (props: Props): React.JSX.Element
  /** Fetches the part. Rejects when it cannot be had; drawing it then tells the crash screen. */
  prepare: () => Promise<unknown>
}

/** In place of a part that comes by itself and that the page can do without, where it cannot be had. */
export const Nothing = (): null => null

/**
 * A part of the app that is fetched when it is needed. One that has been prepared is drawn without a pause: React shows
 * no content within 300 ms after a fallback (its FALLBACK_THROTTLE_MS), however soon that content was there.
 */
export const createPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> => {
  let prepared: ComponentType<Props> | null = null
  const prepare = async () => {
    prepared = await fetchPart(load())
    return { default: prepared }
  }
  const Awaited = lazy(prepare)
  const Part = (props: Props) => {
    // Kept as it was at first: another component in its place would be mounted anew.
    const [Content] = useState(() => prepared ?? Awaited)
    return <Content {...props} />
  }
  return Object.assign(Part, { prepare })
}
