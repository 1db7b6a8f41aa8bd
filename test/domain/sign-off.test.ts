import { describe, expect, it } from 'vitest'
import { judgePackageAct, judgeSignOff } from '../../src/domain/judge-act.ts'
import {
  missingAgreements,
  signatoriesOf,
  standingOf,
  type SentSignOff,
  type SignOff,
} from '../../src/domain/sign-off.ts'
import { freezeOf, type PackageAct } from '../../src/domain/submission.ts'

const first = 'a'.repeat(64)
const second = 'b'.repeat(64)
const words = { kind: 'agree', reason: '', versionId: 'v1', sectionId: null, fingerprint: first } as const

const act = (seq: number, more: Partial<SignOff> = {}): SignOff => ({
  id: `act-number-${seq}`,
  seq,
  ...words,
  saidAt: seq,
  at: seq,
  memberId: 'bruno',
  name: 'Bruno',
  organisation: 'Stadt',
  signing: 'authorised',
  ...more,
})
const whole = (fingerprint: string) => ({ sectionId: null, fingerprint })

describe('an organisation', () => {
  it('has agreed to the wording it agreed to, and to no other', () => {
    const acts = [act(1)]
    expect(standingOf([], 'Stadt', whole(first))).toEqual({ name: 'open' })
    expect(standingOf(acts, 'Stadt', whole(first))).toEqual({ name: 'agreed', act: acts[0] })
    expect(standingOf(acts, 'Stadt', whole(second))).toEqual({ name: 'lapsed', act: acts[0] })
    expect(standingOf(acts, ' stadt', whole(first)).name).toBe('agreed')
    expect(standingOf(acts, 'Verein', whole(first)).name).toBe('open')
  })

  it('stands by what it said last, whoever said it', () => {
    const deputy = act(2, { kind: 'reserve', reason: 'Ohne Ziffer 3.', memberId: 'berta', signing: 'deputy' })
    const no = act(3, { kind: 'decline', reason: 'Der Rat tagt noch.' })
    expect(standingOf([deputy, act(1)], 'Stadt', whole(first))).toEqual({ name: 'agreed', act: deputy })
    expect(standingOf([act(1), no], 'Stadt', whole(first))).toEqual({ name: 'declined', act: no, isOfThis: true })
    expect(standingOf([act(1), no], 'Stadt', whole(second))).toMatchObject({ name: 'declined', isOfThis: false })
    expect(standingOf([no, act(4)], 'Stadt', whole(first)).name).toBe('agreed')
  })

  it('agrees to a section apart from the whole', () => {
    const acts = [act(1, { sectionId: 'ziele', fingerprint: second })]
    expect(standingOf(acts, 'Stadt', { sectionId: 'ziele', fingerprint: second }).name).toBe('agreed')
    expect(standingOf(acts, 'Stadt', { sectionId: 'ziele', fingerprint: first }).name).toBe('lapsed')
    expect(standingOf(acts, 'Stadt', { sectionId: 'anlass', fingerprint: second }).name).toBe('open')
    expect(standingOf(acts, 'Stadt', whole(second)).name).toBe('open')
  })
})

describe('who is to agree', () => {
  const partner = (name: string, more: object = {}) =>
    ({ name, sector: 'civil', lead: false, supports: false, ...more }) as const
  const member = (name: string, organisation: string, signing?: 'authorised' | 'deputy') =>
    ({ id: name, name, organisation, sector: 'civil', ...(signing && { signing }) }) as const

  it('are those who submit; whoever else may agree stands after them', () => {
    const partners = [
      partner('Agentur', { lead: true }),
      partner('Stadt '),
      partner(' '),
      partner('Chor', { supports: true }),
    ]
    const members = [
      member('Berta', 'stadt', 'deputy'),
      member('Bruno', 'Stadt', 'authorised'),
      member('Karl', 'Stadt'),
      member('Otto', 'Bank', 'authorised'),
    ]
    const found = signatoriesOf(partners, members)
    expect(found.map(({ name, isRequired, signers }) => [name, isRequired, signers.map((each) => each.name)])).toEqual([
      ['Agentur', true, []],
      ['Stadt', true, ['Bruno', 'Berta']],
      ['Bank', false, ['Otto']],
    ])
    expect(missingAgreements([act(1)], found, first).map(({ name }) => name)).toEqual(['Agentur'])
    expect(missingAgreements([act(1)], found, second).map(({ name }) => name)).toEqual(['Agentur', 'Stadt'])
  })
})

const refusalOf = (outcome: object) => ('refusal' in outcome ? outcome.refusal : null)

describe('an act that arrives', () => {
  const said: SentSignOff = { id: 'said-just-now', ...words, saidAt: 9, after: null }
  const bruno = { organisation: 'Stadt', signing: 'authorised' as const }

  it('is taken from who may agree, about a version the server knows and reads the same', () => {
    const known = { acts: [], fingerprint: first }
    expect(judgeSignOff(said, bruno, known)).toEqual({ ok: true, value: 'authorised' })
    expect(refusalOf(judgeSignOff(said, { organisation: 'Stadt' }, known))).toBe('may-not-sign')
    expect(refusalOf(judgeSignOff(said, bruno, { acts: [], fingerprint: null }))).toBe('unknown-version')
    expect(refusalOf(judgeSignOff(said, bruno, { acts: [], fingerprint: second }))).toBe('other-wording')
    expect(refusalOf(judgeSignOff({ ...said, kind: 'reserve' }, bruno, known))).toBe('invalid')
  })

  it('does not take back what the organisation has said since', () => {
    const no = act(2, { kind: 'decline', reason: 'Nein.', memberId: 'berta' })
    const known = { acts: [act(1), no], fingerprint: first }
    expect(refusalOf(judgeSignOff({ ...said, after: act(1).id }, bruno, known))).toBe('overtaken')
    expect(judgeSignOff({ ...said, after: no.id }, bruno, known).ok).toBe(true)
    // Two people of one organisation agree to the same, each without knowing of the other.
    expect(judgeSignOff(said, bruno, { acts: [act(1)], fingerprint: first }).ok).toBe(true)
    expect(judgeSignOff(said, bruno, { acts: [act(1, { organisation: 'Verein' })], fingerprint: first }).ok).toBe(true)
  })
})

describe('the package', () => {
  const freeze: PackageAct = {
    id: 'act-number-1',
    seq: 1,
    kind: 'freeze',
    versionId: 'v1',
    fingerprint: first,
    saidAt: 1,
    at: 1,
    memberId: 'amina',
    name: 'Amina',
    organisation: 'Agentur',
    where: '',
    note: '',
    submittedAt: null,
  }
  const reopen: PackageAct = { ...freeze, seq: 2, kind: 'reopen' }
  const leads = { mayLead: true, mayWrite: true }
  const writes = { mayLead: false, mayWrite: true }
  const known = (...acts: PackageAct[]) => ({ acts, fingerprint: first })
  const say = (kind: 'freeze' | 'reopen', versionId = 'v1') => ({ id: 'said-just-now', kind, versionId, saidAt: 1 })
  const receipt = { ...say('freeze'), kind: 'submit', where: 'Formular', note: '', submittedAt: 1 } as const

  it('is frozen until it is opened again, one version at a time', () => {
    expect(freezeOf([])).toBeNull()
    expect(freezeOf([freeze])).toBe(freeze)
    expect(freezeOf([freeze, reopen])).toBeNull()
    expect(judgePackageAct(say('freeze'), leads, known()).ok).toBe(true)
    expect(judgePackageAct(say('freeze'), leads, known(freeze)).ok).toBe(true)
    expect(refusalOf(judgePackageAct(say('freeze', 'v2'), leads, known(freeze)))).toBe('overtaken')
    expect(judgePackageAct(say('reopen'), leads, known(freeze)).ok).toBe(true)
    expect(refusalOf(judgePackageAct(say('reopen'), leads, known(freeze, reopen)))).toBe('overtaken')
    expect(refusalOf(judgePackageAct(say('freeze'), writes, known()))).toBe('not-allowed')
  })

  it('has a receipt only for what was frozen once', () => {
    expect(judgePackageAct(receipt, writes, known(freeze, reopen)).ok).toBe(true)
    expect(refusalOf(judgePackageAct(receipt, writes, known()))).toBe('unknown-version')
    expect(refusalOf(judgePackageAct(receipt, { mayLead: false, mayWrite: false }, known(freeze)))).toBe('not-allowed')
  })
})
