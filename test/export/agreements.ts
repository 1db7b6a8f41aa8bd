import type { Application } from '../../src/domain/application.ts'
import type { SignOff } from '../../src/domain/sign-off.ts'
import type { Agreement, PackageAct } from '../../src/domain/submission.ts'

/** Fingerprints of the wording that counts and of some other one. */
export const mark = 'ab'.repeat(32)
export const other = 'cd'.repeat(32)

const said = (seq: number, organisation: string, more: Partial<SignOff> = {}): SignOff => ({
  id: `act-number-${seq}`,
  seq,
  kind: 'agree',
  reason: '',
  versionId: 'v1',
  sectionId: null,
  fingerprint: mark,
  saidAt: seq,
  at: seq,
  memberId: `member-${seq}`,
  name: `Person ${seq}`,
  organisation,
  signing: 'authorised',
  ...more,
})
const act = (seq: number, kind: PackageAct['kind'], more: Partial<PackageAct> = {}): PackageAct => ({
  id: `act-number-${seq}`,
  seq,
  kind,
  versionId: 'v1',
  fingerprint: mark,
  memberId: 'amina',
  name: 'Amina',
  organisation: 'Agentur',
  where: '',
  note: '',
  submittedAt: null,
  saidAt: seq,
  at: seq,
  ...more,
})

/** Who said what of an application, in every way that its sheet tells apart, and where it went. */
export const recordOf = ({ partners }: Application): Agreement => {
  const [first = '', second = ''] = partners.map(({ name }) => name)
  return {
    signOffs: [
      said(1, first, { kind: 'reserve', reason: 'Ohne Ziffer 3.', signing: 'deputy' }),
      said(2, second, { fingerprint: other }),
      said(3, 'Bank'),
      said(4, second, { sectionId: 'nur-ein-abschnitt' }),
    ],
    acts: [
      act(5, 'freeze'),
      act(6, 'submit', { where: 'Online-Formular', note: 'AZ 7', submittedAt: 60 }),
      act(7, 'submit', { where: 'Früheres Paket', fingerprint: other }),
    ],
  }
}
