import { expect, it } from 'vitest'
import { hashToken } from '../../server/access/tokens.ts'
import { createTestFolder, startTestServer } from '../world/server.ts'
import { filesWith, operate } from './operator.ts'
import { amina, bruno, carla, openBrowser, startDraft } from './person.ts'

/** As the secret may stand somewhere: in the link, in other letters, as the bytes that were drawn. */
const formsOf = (secret: string): (string | Buffer)[] => {
  const bytes = Buffer.from(secret, 'base64url')
  const hex = bytes.toString('hex')
  return [secret, bytes.toString('base64'), hex, hex.toUpperCase(), bytes]
}

it('the secret of an invitation is on no disk and in no log, whatever became of the invitation, backups included', async () => {
  const server = await startTestServer({ asProcess: true, environment: { LOG_LEVEL: 'debug' } })
  const host = await startDraft(server, amina)
  const invite = async (invited: Parameters<typeof host.browser.invite>[1]) =>
    (await host.browser.invite(host.draftId, invited)).body
  const used = await invite({ ...bruno, role: 'editor' })
  const withdrawn = await invite({ ...carla, role: 'viewer' })
  const open = await invite({ ...carla, role: 'owner' })
  const secrets = [used, withdrawn, open].map(({ secret }) => secret)
  const backups = createTestFolder()
  const found = (): string[] =>
    secrets.flatMap((secret) =>
      formsOf(secret).flatMap((form) => [
        ...filesWith(server.dataDir, form),
        ...filesWith(backups, form),
        ...(typeof form === 'string' && server.output().includes(form) ? ['the log'] : []),
      ]),
    )

  expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32, 32, 32])
  expect(found()).toEqual([])
  const guest = openBrowser(server)
  expect((await guest.look(host.draftId, used.secret)).status).toBe(200)
  expect((await guest.redeem(host.draftId, used.secret, bruno.name)).status).toBe(200)
  expect((await openBrowser(server).redeem(host.draftId, used.secret, 'Zweite')).status).toBe(410)
  expect((await host.browser.withdraw(host.draftId, withdrawn.invitation.id)).status).toBe(204)
  expect((await openBrowser(server).look(host.draftId, withdrawn.secret)).status).toBe(410)
  expect((await operate(server.dataDir, 'backup', backups)).code).toBe(0)
  expect(found()).toEqual([])
  await server.stop()
  expect(found()).toEqual([])

  // What is kept in their place is found in both, by the same search.
  for (const folder of [server.dataDir, backups])
    for (const secret of secrets) expect(filesWith(folder, hashToken(secret))).not.toEqual([])
  expect(server.output()).toContain('request')
})
