import type { Call, Certainty } from './call.ts'
import { leastCertain, type Check, type DraftContents, type Finding } from './finding.ts'
import { submittersOf, type Partner } from './partner.ts'
import { tickName, type Tick } from './tick.ts'

/** Something that can be ticked; `partner` is whose it is. */
export interface Asked {
  title: string
  tick: Tick
  partner: Partner | null
  blocks: boolean
  certainty: Certainty
}

/** Everything this call has to be ticked. A declaration that each organisation makes is there once for each. */
export const askedTicks = (
  call: Call,
  partners: readonly Partner[],
): Record<'declarations' | 'attachments' | 'checklist', readonly Asked[]> => ({
  declarations: call.declarations.flatMap(({ id, title, perPartner, certainty }) => {
    const of = (partner: Partner | null): Asked => {
      const tick = { kind: 'declaration', id, partnerId: partner?.id ?? null } as const
      return { title, tick, partner, blocks: true, certainty }
    }
    return perPartner ? submittersOf(partners).map(of) : [of(null)]
  }),
  attachments: call.attachments.map(({ id, title, required, certainty }) => {
    return { title, tick: { kind: 'attachment', id }, partner: null, blocks: required, certainty }
  }),
  checklist: call.checklist.map((item) => {
    return { title: item, tick: { kind: 'checklist', item }, partner: null, blocks: false, certainty: 'known' }
  }),
})

/** Declarations, attachments and the voluntary checklist: what is to be ticked, and what is. */
export const checkTicks = (call: Call, { partners, ticked }: Pick<DraftContents, 'partners' | 'ticked'>): Check[] => {
  const names = new Set(ticked)
  const { declarations, attachments, checklist } = askedTicks(call, partners)
  const check = (name: Check['name'], asked: readonly Asked[]): Check => {
    const open = asked.filter(({ tick }) => !names.has(tickName(tick)))
    const findings = open.map(({ title, tick, partner, blocks, certainty }): Finding => {
      return { what: { name: 'not-ticked', title, tick, partner }, blocks, certainty }
    })
    const certainty = leastCertain(asked.map((each) => each.certainty))
    return { name, done: asked.length - open.length, all: asked.length, findings, certainty }
  }
  return [check('declarations', declarations), check('attachments', attachments), check('checklist', checklist)]
}
