// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { readInvitationLink } from '../../src/ui/join/invitation-link.ts'
import { forgetSecret, takeSecret } from '../../src/ui/join/invitation-secret.ts'
import { draftId } from './memory-app.ts'

const origin = 'https://einvernehmen.lauterbrueck.example'
const secret = 'Abc-_0123456789012345678901234567890123456x'
const link = `${origin}/einladung/${draftId}#${secret}`
const here = { name: 'here', draftId, secret }

test('a link is read alone, with spaces around it and out of a whole mail', () => {
  expect(readInvitationLink(link, origin)).toEqual(here)
  expect(readInvitationLink(`  ${link}\n`, origin)).toEqual(here)
  expect(readInvitationLink(`Hallo Jens,\n\nhier geht es hinein:\n<${link}>\n\nAmina`, origin)).toEqual(here)
  expect(readInvitationLink(`/einladung/${draftId}#${secret}`, origin)).toEqual(here)
})

test('a link a mail program broke in two is put together again', () => {
  expect(readInvitationLink(`${link.slice(0, 60)}\n> ${link.slice(60)}`, origin)).toEqual(here)
})

test('a link of another server says which', () => {
  expect(readInvitationLink(link, 'https://anderswo.example')).toEqual({
    name: 'elsewhere',
    host: 'einvernehmen.lauterbrueck.example',
  })
})

test.each([
  '',
  'Hallo',
  link.slice(0, -1),
  `${link}y`,
  `${origin}/entwurf/${draftId}`,
  `${origin}/einladung/${draftId}`,
])('"%s" is no link', (pasted) => {
  expect(readInvitationLink(pasted, origin)).toEqual({ name: 'unreadable' })
})

beforeEach(() => {
  forgetSecret(draftId)
  history.replaceState(null, '', '/')
})

test('the secret leaves the address at once and survives a reload of this window', () => {
  history.replaceState(null, '', `/einladung/${draftId}#${secret}`)
  expect(takeSecret(draftId)).toBe(secret)
  expect(location.href).not.toContain('#')
  expect(location.pathname).toBe(`/einladung/${draftId}`)
  expect(takeSecret(draftId)).toBe(secret)
  forgetSecret(draftId)
  expect(takeSecret(draftId)).toBeNull()
  expect(sessionStorage).toHaveLength(0)
  expect(localStorage).toHaveLength(0)
})

test('half a secret is taken out of the address and not kept', () => {
  history.replaceState(null, '', `/einladung/${draftId}#${secret.slice(0, 20)}`)
  expect(takeSecret(draftId)).toBeNull()
  expect(location.hash).toBe('')
})
