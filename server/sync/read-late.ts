import { readChange } from '../../src/document/read-change.ts'
import type { HeldBackChange } from '../../src/domain/held-back.ts'
import { openContent, type ContentLog } from './compact-content.ts'
import type { WhyRefused } from './gate/gate.ts'
import { judgeAlone } from './gate/judge-alone.ts'

/** A change that came too late: in words, or why the draft would not take it, or that the draft has all of it. */
export type LateReading =
  | { name: 'words'; words: Pick<HeldBackChange, 'sections' | 'facts'> }
  | { name: 'known' }
  | { name: 'refused'; why: WhyRefused }

/** Says what a change would do to a draft. Nothing is applied that the gate refuses. */
export const readLate = (log: ContentLog, change: Uint8Array, sections: readonly string[] | null): LateReading => {
  const verdict = judgeAlone(log, change, sections)
  if (verdict.name === 'refused') return { name: 'refused', why: verdict.why }
  if (verdict.name === 'known') return { name: 'known' }
  const doc = openContent(log)
  try {
    const { sections: written, fields } = readChange(doc, verdict.bytes)
    const facts = fields.flatMap(({ key, value }) =>
      value === null || ['string', 'number', 'boolean'].includes(typeof value)
        ? [{ key, value: value === null ? '' : String(value as string | number | boolean) }]
        : [],
    )
    return { name: 'words', words: { sections: written, facts } }
  } finally {
    doc.destroy()
  }
}
