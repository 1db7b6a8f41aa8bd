import { useState } from 'react'
import { refused, type Outcome, type Refusal } from '../../domain/refusal.ts'

/** Asks the server for something, one thing at a time, and remembers why it said no until something else is asked. */
export const useAsking = () => {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const ask = async <T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    setRefusal(null)
    setBusy(true)
    // A part of the app that is fetched only now may be out of reach.
    const answer = await work.catch(() => refused('unreachable'))
    setBusy(false)
    if (!answer.ok) setRefusal(answer.refusal)
    return answer
  }
  return { ask, refusal, isBusy }
}
