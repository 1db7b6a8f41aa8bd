import { useEffect, useState } from 'react'
import type { Application } from '../../domain/application.ts'
import { applicationChanges, type ApplicationChange } from '../../domain/application-changes.ts'
import type { Outcome } from '../../domain/refusal.ts'
import type { SignOff } from '../../domain/sign-off.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Wording } from '../draft/meanwhile/wording.tsx'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { documents } from '../wording/de/documents.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useAgreement, useAgreementView } from './use-agreement.ts'
import css from './agreement.module.css'

/** What reads otherwise now than in the version that was agreed to. */
export const Difference = ({ act }: { act: SignOff }) => {
  const words = useWordsOf(agreementWords)
  const format = useFormat()
  const now = useNow()
  // What could not be had is asked for again when the server answers.
  const isOnline = useDraftView(({ reachable }) => reachable)
  return (
    <div className={css.difference}>
      <p>
        <strong>{words.changed}.</strong> {words.changedSince(format.moment(act.at, now))}
      </p>
      <SinceThen key={String(isOnline)} act={act} />
    </div>
  )
}

const SinceThen = ({ act: { versionId, sectionId } }: { act: SignOff }) => {
  const words = useWordsOf(agreementWords)
  const before = useVersion(versionId)
  return (
    <>
      {before?.ok && <Changes before={before.value} sectionId={sectionId} />}
      {before?.ok === false && (
        <p className={css.quiet}>{before.refusal === 'absent' ? words.erased : words.noDifference}</p>
      )}
    </>
  )
}

const useVersion = (versionId: string): Outcome<Application> | null => {
  const agreement = useAgreement()
  const [read, setRead] = useState<{ versionId: string; version: Outcome<Application> } | null>(null)
  useEffect(() => {
    let isGone = false
    agreement
      .readVersion(versionId)
      .then((version) => isGone || setRead({ versionId, version }))
      .catch((error: unknown) => reportError(error))
    return () => {
      isGone = true
    }
  }, [agreement, versionId])
  return read?.versionId === versionId ? read.version : null
}

const Changes = ({ before, sectionId }: { before: Application; sectionId: string | null }) => {
  const draft = useDraft()
  // Read again whenever the wording has changed.
  useAgreementView(({ marks }) => marks.whole)
  return <ChangeList before={before} now={draft.application()} sectionId={sectionId} />
}

interface ChangeListProps {
  before: Application
  now: Application
  /** Null for everything. */
  sectionId: string | null
}

/** Every place that reads otherwise now, with both wordings. */
export const ChangeList = ({ before, now, sectionId }: ChangeListProps) => {
  const words = useWordsOf(agreementWords)
  const changes = applicationChanges(before, now, documents).filter(
    ({ kind, id }) => sectionId === null || (kind === 'section' && id === sectionId),
  )
  if (changes.length === 0) return <p className={css.quiet}>{words.onlyFormats}</p>
  return (
    <ul className={css.changes}>
      {changes.map((change) => (
        <ChangeItem key={`${change.kind} ${change.id}`} change={change} />
      ))}
    </ul>
  )
}

const ChangeItem = ({ change: { title, places } }: { change: ApplicationChange }) => {
  const words = useWordsOf(agreementWords)
  return (
    <li>
      <h4 lang="de">{title}</h4>
      {places.map((place, index) =>
        place === 'formats' ? (
          <p key={index}>{words.onlyFormats}</p>
        ) : (
          <Wording key={index} before={place.before} theirs={place.after} />
        ),
      )}
    </li>
  )
}
