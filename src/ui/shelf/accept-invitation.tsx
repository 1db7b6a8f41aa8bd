import { useState, type FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { readInvitationLink } from '../join/invitation-link.ts'
import { keepSecret } from '../join/invitation-secret.ts'
import { useWording } from '../wording/use-wording.ts'
import css from './accept-invitation.module.css'

const formId = 'accept-invitation'

/** Takes a pasted invitation to its page. */
export const AcceptInvitation = ({ onClose }: { onClose: () => void }) => {
  const { shelf, elements, connection } = useWording()
  const words = shelf.invitation
  const [, navigate] = useLocation()
  const [pasted, setPasted] = useState('')
  const [error, setError] = useState<string | null>(null)

  const look = (event: FormEvent) => {
    event.preventDefault()
    if (pasted.trim() === '') return setError(words.empty)
    const link = readInvitationLink(pasted, window.location.origin)
    switch (link.name) {
      case 'here':
        keepSecret(link.draftId, link.secret)
        return navigate(`/einladung/${link.draftId}`)
      case 'elsewhere':
        return setError(words.elsewhere(link.host))
      case 'unreadable':
        return setError(words.unreadable)
    }
  }

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {elements.cancel}
          </Button>
          <Button kind="primary" size="large" type="submit" form={formId}>
            {words.go}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={look} noValidate>
        <TextField
          label={words.label}
          hint={words.hint}
          error={error}
          rows={3}
          value={pasted}
          onChange={(value) => {
            setPasted(value)
            setError(null)
          }}
          autoComplete="off"
          firstFocus
        />
      </form>
      <p className={css.otherwise}>
        {words.lost} <Link href="/zugang">{connection.comeBack}</Link>
      </p>
    </Dialog>
  )
}
