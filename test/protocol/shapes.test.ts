import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { draftAccessSchema, invitationViewSchema, inviteSchema } from '../../src/domain/draft-access.ts'
import { auditEntrySchema } from '../../src/domain/audit.ts'
import { heldBackSchema } from '../../src/domain/held-back.ts'
import * as agreementHttp from '../../src/protocol/agreement-http.ts'
import * as http from '../../src/protocol/http.ts'
import * as mailHttp from '../../src/protocol/mail-http.ts'
import * as passkeyHttp from '../../src/protocol/passkey-http.ts'
import * as recoveryHttp from '../../src/protocol/recovery-http.ts'
import * as teamHttp from '../../src/protocol/team-http.ts'
import { encodeDigestReport } from '../../src/protocol/digest.ts'
import { encodeLinePacket } from '../../src/protocol/line-packet.ts'
import {
  closeCode,
  encodeMark,
  encodeReload,
  encodeSayDigest,
  encodeStored,
  messageType,
  syncType,
} from '../../src/protocol/messages.ts'

/** A schema as plain words, independent of how valibot holds it. */
const describeSchema = (schema: unknown): unknown => {
  if (typeof schema !== 'object' || schema === null) return schema
  const { type, entries, item, wrapped, options, pipe, requirement } = schema as Record<string, unknown>
  return {
    type,
    ...(requirement !== undefined && { requirement: requirement instanceof RegExp ? requirement.source : requirement }),
    ...(entries !== undefined && {
      entries: Object.fromEntries(
        Object.entries(entries as object)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, entry]) => [name, describeSchema(entry)]),
      ),
    }),
    ...(item !== undefined && { item: describeSchema(item) }),
    ...(wrapped !== undefined && { wrapped: describeSchema(wrapped) }),
    ...(Array.isArray(options) && { options: options.map(describeSchema) }),
    ...(Array.isArray(pipe) && { pipe: pipe.slice(1).map(describeSchema) }),
  }
}

/**
 * When this fails, a message has changed its shape. Apps of the release before this one are still open in people's
 * browsers and must go on working with the server: see to that, then write the new hash here.
 */
it('the shapes of all messages are the ones released', () => {
  const schemas = Object.entries({
    ...agreementHttp,
    ...http,
    ...passkeyHttp,
    ...recoveryHttp,
    ...mailHttp,
    ...teamHttp,
    auditEntrySchema,
    heldBackSchema,
    draftAccessSchema,
    invitationViewSchema,
    inviteSchema,
  })
    .filter(([, value]) => v.isOfKind('schema', value as v.GenericSchema))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, describeSchema(schema)])
  const frames = {
    messageType,
    syncType,
    closeCode,
    mark: [...encodeMark(300)],
    stored: [...encodeStored(300)],
    digest: [...encodeDigestReport({ answers: 300, stateVector: Uint8Array.of(1, 7, 3), digest: 'ab' })],
    sayDigest: [...encodeSayDigest(300)],
    reload: [...encodeReload()],
    linePacket: [...encodeLinePacket({ line: 'ab', closed: 4401, offset: 300, bytes: Uint8Array.of(7) })],
  }
  const shapes = JSON.stringify({ socketPath: http.socketPath, schemas, frames })
  expect(schemas.map(([name]) => name)).toEqual([
    'agreementAnswerSchema',
    'askAuthorsSchema',
    'askForMailSchema',
    'auditEntrySchema',
    'auditPageSchema',
    'authorsSchema',
    'callsSchema',
    'changeRoleSchema',
    'changeSigningSchema',
    'draftAccessSchema',
    'heldBackListSchema',
    'heldBackSchema',
    'invitationViewSchema',
    'inviteSchema',
    'lookSchema',
    'madeInvitationSchema',
    'madeRecoveryCodeSchema',
    'mailStateSchema',
    'mailTokenSchema',
    'myDraftsSchema',
    'openLineSchema',
    'openedLineSchema',
    'packageActAnswerSchema',
    'passkeyOfferSchema',
    'passkeyProofSchema',
    'passkeyQuestionSchema',
    'passkeyVowSchema',
    'postPackageActSchema',
    'postSignOffSchema',
    'recoverSchema',
    'redeemSchema',
    'refusalSchema',
    'registerDraftSchema',
    'sessionsSchema',
    'settingsSchema',
    'signOffAnswerSchema',
    'ticketSchema',
    'waysBackSchema',
  ])
  expect(createHash('sha256').update(shapes).digest('hex').slice(0, 16)).toBe('5b1ecada40d5a232')
})
