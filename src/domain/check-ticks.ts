import type { Call, Certainty } from './call.ts'
import { leastCertain, type Check, type DraftContents, type Finding } from './finding.ts'
import { submittersOf, type Partner } from './partner.ts'
import { tickName, type Tick } from './tick.ts'

interface Asked {
  title: string
  tick: Tick
  partner: Partner | null
  blocks: boolean
  certainty: Certainty
}

/** Declarations, attachments and the voluntary checklist: what is to be ticked, and what is. */
export const checkTicks = (call: Call, { partners, ticked }: Pick<DraftContents, 'partners' | 'ticked'>): Check[] => {
  const names = new Set(ticked)
  const submitters = submittersOf(partners)
  const declarations = call.declarations.flatMap(({ id, title, perPartner, certainty }): Asked[] => {
    const of = (partner: Partner | null): Asked => {
      const tick = { kind: 'declaration', id, partnerId: partner?.id ?? null } as const
      return { title, tick, partner, blocks: true, certainty }
    }
    return perPartner ? submitters.map(of) : [of(null)]
  })
  const attachments = call.attachments.map(({ id, title, required, certainty }): Asked => {
    return { title, tick: { kind: 'attachment', id }, partner: null, blocks: required, certainty }
  })
  const checklist = call.checklist.map((item): Asked => {
    return { title: item, tick: { kind: 'checklist', item }, partner: null, blocks: false, certainty: 'assumed' }
  })
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
