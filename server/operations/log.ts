import { pino, type Logger } from 'pino'

/** What an error may say: an error of a library can carry the values it choked on, and those can be somebody's words. */
const describe = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack } = error
  return { type: name, message, stack, ...('code' in error && { code: error.code }) }
}

/** Second line of defence: nothing of ours logs these, and a library that does is silenced. */
const secrets = ['cookie', 'secret', 'token', 'authorization', 'password']

/** Lines of JSON on standard output, without text of drafts, secrets or full addresses. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    serializers: { err: describe },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '…' },
  })
