import MailOpen from 'lucide-react/icons/mail-open'
import Plus from 'lucide-react/icons/plus'
import { sectors } from '../../domain/sector.ts'
import { Button, ButtonLink, TextButton } from '../elements/button.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { useWording } from '../wording/use-wording.ts'
import { SheetsDrawing } from './sheets-drawing.tsx'
import type { ExampleOpening } from './use-example.ts'
import css from './empty-shelf.module.css'

interface EmptyShelfProps {
  example: ExampleOpening
  onAccept: () => void
  onOpenFile: () => void
  onStartFromFile: () => void
}

/** What there is to do while there is no draft yet. */
export const EmptyShelf = ({ example, onAccept, onOpenFile, onStartFromFile }: EmptyShelfProps) => {
  const { shelf: words, elements } = useWording()
  const { call, person, invite } = words.empty.steps
  return (
    <div className={css.page}>
      <div>
        <PageTitle className={css.title}>{words.empty.title}</PageTitle>
        <p className={css.lead}>{words.empty.text}</p>
        <ol className={css.steps}>
          <li>
            <h2>{call.title}</h2>
            <p>{call.text}</p>
          </li>
          <li>
            <h2>{person.title}</h2>
            <p className={css.sectors}>
              {sectors.map((sector) => (
                <SectorName key={sector} sector={sector}>
                  {elements.sectors[sector]}
                </SectorName>
              ))}
            </p>
          </li>
          <li>
            <h2>{invite.title}</h2>
            <p>{invite.text}</p>
          </li>
        </ol>
        <div className={css.ways}>
          <ButtonLink kind="primary" size="large" icon={Plus} href="/neu">
            {words.start}
          </ButtonLink>
          <Button size="large" icon={MailOpen} onClick={onAccept}>
            {words.acceptInvitation}
          </Button>
        </div>
        <p className={css.example}>
          {words.empty.example}{' '}
          <TextButton onClick={example.open} aria-busy={example.busy}>
            {words.seeExample}
          </TextButton>
        </p>
        <p className={css.example}>
          <TextButton onClick={onStartFromFile}>{words.startFromFile}</TextButton>
          {' · '}
          <TextButton onClick={onOpenFile}>{words.openFile}</TextButton>
        </p>
      </div>
      <SheetsDrawing />
    </div>
  )
}
