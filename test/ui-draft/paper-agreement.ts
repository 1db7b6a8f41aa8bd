import { createStore } from 'zustand/vanilla'
import type { Application } from '../../src/domain/application.ts'
import { accepted, refused, type Refusal } from '../../src/domain/refusal.ts'
import type { SignOff, SignOffKind } from '../../src/domain/sign-off.ts'
import type { PackageAct } from '../../src/domain/submission.ts'
import type { AgreementView, DraftAgreement } from '../../src/state/agreement/draft-agreement.ts'
import { markOf, marksOf } from '../../src/state/agreement/marks.ts'
import type { PaperDraft } from './paper-draft.ts'

/** An agreement as the screens see it, whose server takes every word at once, or what a test says of it. */
export interface PaperAgreement {
  agreement: DraftAgreement
  view: DraftAgreement['view']
  /** Somebody says it about the wording of now. */
  says: (kind: SignOffKind, by: Partial<SignOff>) => void
  /** Own words wait, or are refused with this. */
  keepsBack: (refusal: Refusal | null) => void
}

export const paperAgreement = (draft: PaperDraft): PaperAgreement => {
  const { call, me } = draft.view.getState()
  const versions = new Map<string, Application>()
  let keptBack: { refusal: Refusal | null } | null = null
  let seq = 0
  const marks = () => marksOf(draft.application(), call)
  const view = createStore<AgreementView>(() => ({
    record: { signOffs: [], acts: [] },
    own: [],
    marks: marks(),
    keeps: true,
  }))
  const next = () => {
    seq += 1
    versions.set(`v${seq}`, structuredClone(draft.application()))
    return { id: `act-number-${seq}`, versionId: `v${seq}`, saidAt: Date.now() }
  }
  const by = { memberId: 'amina', name: me.name, organisation: me.organisation }

  const says: PaperAgreement['says'] = (kind, { sectionId = null, reason = '', ...more }) => {
    const act = { ...next(), kind, reason, sectionId, fingerprint: markOf(marks(), sectionId) }
    const signOff: SignOff = { ...act, ...by, seq, signing: 'authorised', at: Date.now(), ...more }
    view.setState(({ record }) => ({ record: { ...record, signOffs: [...record.signOffs, signOff] } }))
  }
  const packageAct = (kind: 'freeze' | 'reopen') => {
    const act: PackageAct = {
      ...next(),
      ...by,
      kind,
      seq,
      fingerprint: marks().whole,
      where: '',
      note: '',
      submittedAt: null,
      at: Date.now(),
    }
    view.setState(({ record }) => ({ record: { ...record, acts: [...record.acts, act] } }))
    return Promise.resolve(accepted(null))
  }
  const agreement: Pick<DraftAgreement, keyof DraftAgreement> = {
    view,
    watch: () => {
      const note = () => view.setState({ marks: marks() })
      draft.doc.on('update', note)
      return () => draft.doc.off('update', note)
    },
    refresh: () => Promise.resolve(accepted(null)),
    shown: () => ({ application: structuredClone(draft.application()), marks: marks() }),
    signOff: (kind, reason, sectionId, shown) => {
      if (shown !== null && shown !== markOf(marks(), sectionId)) return Promise.resolve(false)
      if (keptBack === null) says(kind, { reason, sectionId })
      else {
        const said = { ...next(), kind, reason, sectionId, fingerprint: markOf(marks(), sectionId), after: null }
        const own = { about: 'wording', said, refusal: keptBack.refusal } as const
        view.setState((before) => ({ own: [...before.own, own] }))
      }
      return Promise.resolve(true)
    },
    freeze: () => packageAct('freeze'),
    reopen: () => packageAct('reopen'),
    noteSubmission: () => Promise.resolve(),
    forget: (id) => {
      view.setState(({ own }) => ({ own: own.filter(({ said }) => said.id !== id) }))
      return Promise.resolve()
    },
    readVersion: (versionId) => {
      const version = versions.get(versionId)
      if (!draft.view.getState().reachable) return Promise.resolve(refused('unreachable'))
      return Promise.resolve(version ? accepted(version) : refused('absent'))
    },
    readPackage: () => Promise.resolve(null),
    unsentWords: () => [],
    whenDelivered: () => Promise.resolve(),
    close: () => undefined,
  }
  // The class has more to itself than anybody sees.
  return {
    agreement: agreement as DraftAgreement,
    view,
    says,
    keepsBack: (refusal) => {
      keptBack = { refusal }
    },
  }
}
