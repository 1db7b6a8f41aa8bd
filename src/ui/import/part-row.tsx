import { useState } from 'react'
import Copy from 'lucide-react/icons/copy'
import Trash from 'lucide-react/icons/trash-2'
import type { CallSection } from '../../domain/call.ts'
import { wholeLines, type ImportPart } from '../../domain/import-parts.ts'
import { plainText } from '../../domain/line.ts'
import { copyText } from '../draft/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { classNames } from '../elements/class-names.ts'
import field from '../elements/field.module.css'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import css from './import.module.css'

interface PartRowProps {
  part: ImportPart
  sections: readonly CallSection[]
  sectionId: string | null
  onPlace: (sectionId: string | null) => void
  /** Keeps it no longer; null where it is not kept yet. */
  onDiscard: (() => void) | null
}

const longestExcerpt = 240

/** One part of an imported text: what it is, and where it goes. */
export const PartRow = ({ part, sections, sectionId, onPlace, onDiscard }: PartRowProps) => {
  const words = useWordsOf(importWords)
  const format = useFormat()
  const [said, setSaid] = useState('')
  const text = plainText(part.lines)
  const name = part.heading || words.withoutHeading
  const copy = async () => setSaid((await copyText(plainText(wholeLines(part)))) ? words.copied : words.copyFailed)
  return (
    <li className={classNames(css.part, sectionId === null && css.isAside)}>
      <div className={css.what}>
        <h4 className={part.heading === '' ? css.nameless : undefined}>{name}</h4>
        <p className={css.excerpt}>{text.slice(0, longestExcerpt) || words.onlyHeading}</p>
        <p className={css.meta}>
          {text !== '' && `${words.characters(format.number(text.length))} · `}
          {part.match ? words.by[part.match.by] : words.noPlace}
        </p>
      </div>
      <div className={css.where}>
        <select
          className={field.control}
          aria-label={words.whereTo(name)}
          value={sectionId ?? ''}
          onChange={(event) => onPlace(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{words.aside}</option>
          {sections.map(({ id, title }, index) => (
            <option key={id} value={id}>
              {index + 1} {title}
            </option>
          ))}
        </select>
        {sectionId === null && (
          <Button kind="quiet" icon={Copy} aria-label={words.copyOf(name)} onClick={() => void copy()}>
            {words.copy}
          </Button>
        )}
        {sectionId === null && onDiscard && (
          <Button kind="quiet" icon={Trash} aria-label={words.discardOf(name)} onClick={onDiscard}>
            {words.discard}
          </Button>
        )}
        <output className={css.meta}>{said}</output>
      </div>
    </li>
  )
}
