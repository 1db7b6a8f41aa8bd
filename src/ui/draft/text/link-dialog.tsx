import { useState, type SyntheticEvent } from 'react'
import { Button } from '../../elements/button.tsx'
import { Dialog } from '../../elements/dialog.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreenView, type LinkRequest } from '../screen.ts'
import { readLinkAddress } from './link-address.ts'

/** Asks for the address of a link when an editor wants to know. */
export const LinkDialog = () => {
  const request = useScreenView(({ linkRequest }) => linkRequest)
  return request && <LinkForm key={request.current} request={request} />
}

const LinkForm = ({ request: { current, answer } }: { request: LinkRequest }) => {
  const { draft, elements } = useWording()
  const words = draft.linkDialog
  const [address, setAddress] = useState(current ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  const finish = (event: SyntheticEvent) => {
    event.preventDefault()
    const read = readLinkAddress(address)
    if (read.ok) return answer(read.address)
    // Emptying the field of an existing link is the plainest way to say "no link".
    if (read.reason === 'empty' && current !== null) return answer('')
    setProblem(read.reason === 'insecure' ? words.insecure : words.invalid)
  }

  return (
    <Dialog
      title={current === null ? words.titleNew : words.titleChange}
      onClose={() => answer(null)}
      footer={
        <>
          {current !== null && (
            <Button kind="plain" onClick={() => answer('')}>
              {words.remove}
            </Button>
          )}
          <Button onClick={() => answer(null)}>{elements.cancel}</Button>
          <Button kind="primary" type="submit" form="link-form">
            {words.set}
          </Button>
        </>
      }
    >
      <form id="link-form" onSubmit={finish} noValidate>
        <TextField
          label={words.address}
          hint={words.hint}
          error={problem}
          value={address}
          onChange={(text) => {
            setAddress(text)
            setProblem(null)
          }}
          autoComplete="off"
          maxLength={2000}
          firstFocus
        />
      </form>
    </Dialog>
  )
}
