import { Fragment } from 'react'
import { helpWords } from '../wording/help.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './key-list.module.css'

const onMac = () => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** Keys as people press them; `mod` is Strg, or Cmd on a Mac. A list within a list means "then". */
const rows = [
  { action: 'bold', keys: ['mod', 'B'] },
  { action: 'italic', keys: ['mod', 'I'] },
  { action: 'link', keys: ['mod', 'K'] },
  { action: 'undo', keys: ['mod', 'Z'] },
  { action: 'redo', keys: ['mod', 'shift', 'Z'] },
  { action: 'heading', keys: ['mod', 'alt', '1'] },
  { action: 'numbered', keys: ['mod', 'shift', '7'] },
  { action: 'bullet', keys: ['mod', 'shift', '8'] },
  { action: 'indent', keys: ['tab'] },
  { action: 'outdent', keys: ['shift', 'tab'] },
  { action: 'comment', keys: ['mod', 'alt', 'M'] },
  { action: 'nextComment', keys: ['F8'] },
  { action: 'previousComment', keys: ['shift', 'F8'] },
  { action: 'suggest', keys: ['mod', 'alt', 'S'] },
  { action: 'keys', keys: ['mod', '/'] },
] as const

/** The keys of the editor, on the help page and in the workspace's help dialog. */
export const KeyList = () => {
  const { keys: words } = useWordsOf(helpWords)
  const mac = onMac()
  const names: Record<string, string> = {
    mod: mac ? 'Cmd' : words.control,
    shift: words.shift,
    alt: mac ? 'Option' : 'Alt',
    tab: words.tab,
  }
  return (
    <dl className={css.list}>
      {rows.map(({ action, keys }) => (
        <div key={action} className={css.row}>
          <dt>{words.actions[action]}</dt>
          <dd>
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className={css.plus}>+</span>}
                <kbd>{names[key] ?? key}</kbd>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
      <div className={css.row}>
        <dt>{words.lineStart.bullet}</dt>
        <dd>
          <kbd>-</kbd>
          <span className={css.plus}>{words.andThen}</span>
          <kbd>{words.space}</kbd>
        </dd>
      </div>
      <div className={css.row}>
        <dt>{words.lineStart.numbered}</dt>
        <dd>
          <kbd>1.</kbd>
          <span className={css.plus}>{words.andThen}</span>
          <kbd>{words.space}</kbd>
        </dd>
      </div>
    </dl>
  )
}
