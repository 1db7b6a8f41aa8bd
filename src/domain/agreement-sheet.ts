import type { Application } from './application.ts'
import { isSameName, submittersOf } from './partner.ts'
import { standingOf } from './sign-off.ts'
import { freezeOf, type Agreement } from './submission.ts'

/** Who agreed to an application, as a part of its documents; times in ms since 1970. */
export interface AgreementSheet {
  /** What the wording is known by. */
  fingerprint: string
  frozen: { name: string; at: number } | null
  /** Those who submit, in their order, then others who have spoken. */
  rows: {
    organisation: string
    standing: 'agreed' | 'reserved' | 'lapsed' | 'declined' | 'open'
    said: { name: string; at: number; isDeputy: boolean; reason: string } | null
  }[]
  receipts: { where: string; note: string; at: number }[]
}

/** Null while there is nothing to tell: nobody has said anything of the whole, and nothing is frozen. */
export const agreementSheet = (
  { partners }: Pick<Application, 'partners'>,
  { signOffs, acts }: Agreement,
  fingerprint: string,
): AgreementSheet | null => {
  const freeze = freezeOf(acts)
  const spoken = signOffs.filter(({ sectionId }) => sectionId === null)
  if (spoken.length === 0 && freeze === null) return null
  const named = [
    ...submittersOf(partners).map(({ name }) => name.trim()),
    ...spoken.map(({ organisation }) => organisation.trim()),
  ]
  const organisations = named.filter((name, index) => named.findIndex((each) => isSameName(each, name)) === index)
  return {
    fingerprint,
    frozen: freeze?.fingerprint === fingerprint ? { name: freeze.name, at: freeze.at } : null,
    rows: organisations.map((organisation) => {
      const standing = standingOf(signOffs, organisation, { sectionId: null, fingerprint })
      if (standing.name === 'open') return { organisation, standing: 'open', said: null }
      const { name, at, signing, reason, kind } = standing.act
      return {
        organisation,
        standing: standing.name === 'agreed' && kind === 'reserve' ? 'reserved' : standing.name,
        said: { name, at, isDeputy: signing === 'deputy', reason },
      }
    }),
    receipts: acts
      .filter((act) => act.kind === 'submit' && act.fingerprint === fingerprint)
      .map(({ where, note, submittedAt, at }) => ({ where, note, at: submittedAt ?? at })),
  }
}
