import { useState } from 'react'
import { createPortal } from 'react-dom'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import Printer from 'lucide-react/icons/printer'
import { copyText } from '../draft/copy-text.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { localDay } from '../team/local-day.ts'
import { recoveryWords } from '../wording/recovery.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './code-sheet.module.css'

/** The code as a sheet to print or copy by hand, shown this once. On paper only the sheet appears. */
export const CodeSheet = ({ code, onClose }: { code: string; onClose: () => void }) => {
  const words = useWordsOf(recoveryWords).sheet
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <Dialog
      title={words.title}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button icon={copied ? Check : Copy} onClick={() => void copyText(groupsOf(code).join('-')).then(setCopied)}>
            {copied ? words.copied : words.copy}
          </Button>
          <Button icon={Printer} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p className={css.once}>{words.once}</p>
      <Sheet className={css.sheet} code={code} />
      {createPortal(<Sheet className={css.paper} code={code} data-print />, document.body)}
      <output className={copied === false ? css.once : 'visually-hidden'}>
        {copied === false ? words.copyFailed : copied ? words.copied : ''}
      </output>
    </Dialog>
  )
}

const groupsOf = (code: string): readonly string[] => code.match(/.{1,4}/g) ?? []

interface SheetProps {
  code: string
  className: string | undefined
  'data-print'?: true
}

const Sheet = ({ code, ...rest }: SheetProps) => {
  const recovery = useWordsOf(recoveryWords)
  const { draft, elements } = useWording()
  const words = recovery.sheet
  const format = useFormat()
  const title = useDraftView((view) => view.title) || draft.untitled
  const me = useDraftView((view) => view.me)
  const [today] = useState(() => localDay(Date.now()))
  return (
    <article {...rest}>
      <p className={css.kind}>{`${elements.appName} · ${words.name}`}</p>
      <h3 className={css.title}>{title}</h3>
      <p>{words.of(me.name, me.organisation)}</p>
      <p className={css.step}>{words.open(`${window.location.host}/zugang`)}</p>
      <p>{words.enter}</p>
      <p className={css.code}>
        {groupsOf(code).map((group, index) => (
          <span key={`${index} ${group}`}>{group} </span>
        ))}
      </p>
      <p className={css.remarks}>{words.remarks(format.day(today))}</p>
    </article>
  )
}
