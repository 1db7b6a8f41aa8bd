import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Copy from 'lucide-react/icons/copy'
import Download from 'lucide-react/icons/download'
import FileOutput from 'lucide-react/icons/file-output'
import FileText from 'lucide-react/icons/file-text'
import HistoryIcon from 'lucide-react/icons/history'
import FileUp from 'lucide-react/icons/file-up'
import Files from 'lucide-react/icons/files'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import MonitorX from 'lucide-react/icons/monitor-x'
import Share2 from 'lucide-react/icons/share-2'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Lock from 'lucide-react/icons/lock'
import Signature from 'lucide-react/icons/signature'
import Keyboard from 'lucide-react/icons/keyboard'
import Mail from 'lucide-react/icons/mail'
import MapPinCheck from 'lucide-react/icons/map-pin-check'
import { Menu, MenuGroup, MenuItem, MenuLink } from '../../elements/menu.tsx'
import { SettingsChoices } from '../../elements/settings-menu.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreen } from '../screen.ts'
import { copyText } from '../copy-text.ts'
import { useApp } from '../../app-context.tsx'
import { useDraft, useDraftView } from '../draft-context.ts'
import { saveTextFile } from '../save-text-file.ts'
import { useDraftFile } from '../use-draft-file.ts'
import css from './bar-menu.module.css'

const saidForMs = 5000

/** What is needed now and then. */
export const BarMenu = () => {
  const { draft: words } = useWording()
  const draft = useDraft()
  const screen = useScreen()
  const { brought } = useApp()
  const [, navigate] = useLocation()
  const mayWrite = useDraftView((view) => view.mayWrite)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), saidForMs)
    return () => clearTimeout(timer)
  }, [said])

  const { saveFile, shareFile, canShare } = useDraftFile()
  const carryToNextCall = () => {
    const draftToCarry = draft.application()
    brought.setState({
      brought: { name: draftToCarry.title, read: { kind: 'draft', draft: draftToCarry }, draftId: null },
    })
    navigate('/neu')
  }
  const copy = async () => setSaid((await copyText(draft.plainText())) ? words.copied : words.copyFailed)
  return (
    <>
      <Menu label={words.menu} icon={Ellipsis}>
        <MenuGroup>
          <MenuItem icon={ClipboardCheck} onPress={() => screen.view.setState({ dialog: 'check' })}>
            {words.tabs.check}
          </MenuItem>
          <MenuItem icon={CalendarDays} onPress={() => screen.view.setState({ dialog: 'plan' })}>
            {words.plan}
          </MenuItem>
          <MenuItem icon={Lock} onPress={() => screen.view.setState({ dialog: 'last-edit' })}>
            {words.lastEdit}
          </MenuItem>
          <MenuItem
            icon={HistoryIcon}
            onPress={() => screen.view.setState({ isHistoryShown: true, isReviewing: false })}
          >
            {words.history}
          </MenuItem>
          <MenuLink icon={Signature} href={`/entwurf/${draft.view.getState().draftId}/mitzeichnung`}>
            {words.agreement}
          </MenuLink>
          <MenuLink icon={FileOutput} href={`/entwurf/${draft.view.getState().draftId}/export`}>
            {words.export}
          </MenuLink>
        </MenuGroup>
        <MenuGroup>
          {mayWrite && (
            <MenuItem icon={FileText} onPress={() => screen.view.setState({ dialog: 'import' })}>
              {words.import}
            </MenuItem>
          )}
          <MenuItem icon={Files} onPress={carryToNextCall}>
            {words.nextCall}
          </MenuItem>
          <MenuItem icon={Copy} onPress={() => void copy()}>
            {words.copyText}
          </MenuItem>
          <MenuItem icon={Download} onPress={() => saveTextFile(draft.view.getState().title, draft.plainText())}>
            {words.saveText}
          </MenuItem>
          <MenuItem icon={LifeBuoy} onPress={() => void saveFile()}>
            {words.saveFile}
          </MenuItem>
          {canShare && (
            <MenuItem icon={Share2} onPress={() => void shareFile()}>
              {words.shareFile}
            </MenuItem>
          )}
          <MenuItem icon={FileUp} onPress={() => screen.view.setState({ dialog: 'file' })}>
            {words.openFile}
          </MenuItem>
        </MenuGroup>
        <MenuGroup>
          <MenuLink icon={MapPinCheck} href={`/bereit/${draft.view.getState().draftId}`}>
            {words.ready}
          </MenuLink>
          <MenuLink icon={Mail} href={`/entwurf/${draft.view.getState().draftId}/benachrichtigung`}>
            {words.mail}
          </MenuLink>
          <MenuItem icon={Keyboard} onPress={() => screen.view.setState({ dialog: 'keys' })}>
            {words.keys}
          </MenuItem>
          <MenuLink icon={CircleQuestionMark} href="/hilfe">
            {words.help}
          </MenuLink>
          <MenuItem icon={MonitorX} onPress={() => screen.view.setState({ dialog: 'remove' })}>
            {words.remove}
          </MenuItem>
        </MenuGroup>
        <SettingsChoices />
      </Menu>
      <output className={said === '' ? 'visually-hidden' : css.said}>{said}</output>
    </>
  )
}
