import { sentSignOffSchema, signOffSchema } from '../domain/sign-off.ts'
import { agreementSchema, packageActSchema, saidPackageActSchema } from '../domain/submission.ts'

/**
 * POST /api/drafts/:id/agreement/sign-offs — for the organisation of the member who asks, and no other. Repeating it is
 * harmless. Answer: SignOff.
 */
export const postSignOffSchema = sentSignOffSchema
export const signOffAnswerSchema = signOffSchema

/** POST /api/drafts/:id/agreement/package — freeze, reopen, receipt. Repeating it is harmless. Answer: PackageAct. */
export const postPackageActSchema = saidPackageActSchema
export const packageActAnswerSchema = packageActSchema

/** GET /api/drafts/:id/agreement — everything that was said, for every member. */
export const agreementAnswerSchema = agreementSchema
