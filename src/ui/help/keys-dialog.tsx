import { Link } from 'wouter'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import { KeyList } from './key-list.tsx'
import list from './key-list.module.css'
import css from './keys-dialog.module.css'

/** The keys of the text and of this screen, from the menu or Ctrl+/. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { draft } = useWording()
  const { moving } = draft
  return (
    <Dialog title={draft.keys} width="medium" onClose={onClose}>
      <KeyList />
      <h3 className={css.title}>{moving.title}</h3>
      <dl className={list.list}>
        <div className={list.row}>
          <dt>{moving.nextSection}</dt>
          <dd>
            <kbd>F6</kbd>
          </dd>
        </div>
        <div className={list.row}>
          <dt>{moving.previousSection}</dt>
          <dd>
            <kbd>{moving.shift}</kbd>
            <span className={list.plus}>+</span>
            <kbd>F6</kbd>
          </dd>
        </div>
        <div className={list.row}>
          <dt>{moving.tools}</dt>
          <dd>
            <kbd>{moving.arrows}</kbd>
          </dd>
        </div>
      </dl>
      <p className={css.more}>
        <Link href="/hilfe">{draft.moreHelp}</Link>
      </p>
    </Dialog>
  )
}
