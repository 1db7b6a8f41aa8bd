import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { usualLimits, type Limits } from './access/limits.ts'
import type { MailConfig } from './mail/mailer.ts'
import { StartProblem } from './start-problem.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** What the operator decides; folders are absolute. */
export interface Config {
  /** 0 takes any free port. */
  port: number
  host: string
  dataDir: string
  /** Calls of the operator: a file whose call has a known id replaces that call. */
  callsDir: string
  /** False when CALLS_DIR was not set: then the folder need not exist. */
  callsDirRequired: boolean
  /** Origin under which people reach the server, `https://…` without a slash; null for direct use. */
  publicOrigin: string | null
  logLevel: (typeof logLevels)[number]
  /** So many proxies of ours stand in front, each adding an entry to X-Forwarded-For. */
  trustedProxies: number
  limits: Limits
  /** Where Prometheus asks; null for nowhere. */
  metrics: { host: string; port: number } | null
  /** A draft is erased when nothing was written in it for so many days; null for never. */
  draftLifeDays: number | null
  /** How mails are sent; null for not at all. */
  mail: MailConfig | null
  /** Where somebody tells of a hole they found; null where the operator has not said. */
  securityContact: string | null
  /** The built app. */
  appDir: string
}

const count = (from: number, to: number) => {
  const wanted = `must be a whole number from ${from} to ${to}`
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, wanted),
    v.transform(Number),
    v.minValue(from, wanted),
    v.maxValue(to, wanted),
  )
}
const limit = (usual: number) => v.optional(count(1, 1_000_000), String(usual))
const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'))
const publicOrigin = v.pipe(
  v.string(),
  v.url('must be an address such as https://einvernehmen.example.de'),
  v.transform((address) => new URL(address)),
  v.check((url) => /^https?:$/.test(url.protocol), 'must begin with https:// or http://'),
  v.check(
    (url) => url.pathname === '/' && url.search === '' && url.hash === '',
    'must have no path: no folder, no "?"',
  ),
  v.transform((url) => url.origin),
)

const mailServer = v.pipe(
  v.string(),
  v.check(
    (address) =>
      URL.canParse(address) && /^smtps?:$/.test(new URL(address).protocol) && new URL(address).hostname !== '',
    'must be an address such as smtps://name:password@mail.example.de',
  ),
)
const sender = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'must be an address such as Einvernehmen <post@example.de>',
  ),
)

const contact = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    'must be an address such as mailto:post@example.de or https://example.de/kontakt',
  ),
)

const environmentSchema = v.object({
  PORT: v.optional(count(0, 65_535), '8080'),
  HOST: v.optional(filled, '127.0.0.1'),
  DATA_DIR: v.optional(filled, './data'),
  CALLS_DIR: v.optional(filled),
  PUBLIC_URL: v.optional(publicOrigin),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(', ')}`), 'warn'),
  TRUST_PROXY: v.optional(count(0, 9), '0'),
  MAX_SOCKETS: limit(usualLimits.sockets),
  MAX_SOCKETS_PER_ADDRESS: limit(usualLimits.socketsPerAddress),
  MAX_SOCKETS_PER_DRAFT: limit(usualLimits.socketsPerDraft),
  MAX_SOCKETS_PER_MEMBER: limit(usualLimits.socketsPerMember),
  MAX_DRAFTS_PER_HOUR: limit(usualLimits.draftsPerHour),
  MAX_WRONG_SECRETS_PER_MINUTE: limit(usualLimits.wrongSecretsPerMinute),
  METRICS_PORT: v.optional(count(0, 65_535)),
  METRICS_HOST: v.optional(filled, '127.0.0.1'),
  SMTP_URL: v.optional(mailServer),
  MAIL_FROM: v.optional(sender),
  MAIL_HOUR: v.optional(count(0, 23), '7'),
  DRAFT_LIFE_DAYS: v.optional(count(30, 36_500)),
  SECURITY_CONTACT: v.optional(contact),
})

/** Reads the settings; throws a StartProblem naming the first bad variable. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const parsed = v.safeParse(environmentSchema, environment, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    const name = v.getDotPath(issue) ?? 'environment'
    // A password may stand in it.
    const said = name === 'SMTP_URL' ? '' : ` (is ${JSON.stringify(environment[name])})`
    throw new StartProblem(`${name}: ${issue.message}${said}`)
  }
  const settings = parsed.output
  const dataDir = resolve(settings.DATA_DIR)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir,
    callsDir: settings.CALLS_DIR === undefined ? join(dataDir, 'calls') : resolve(settings.CALLS_DIR),
    callsDirRequired: settings.CALLS_DIR !== undefined,
    publicOrigin: settings.PUBLIC_URL ?? null,
    logLevel: settings.LOG_LEVEL,
    trustedProxies: settings.TRUST_PROXY,
    limits: {
      ...usualLimits,
      sockets: settings.MAX_SOCKETS,
      socketsPerAddress: settings.MAX_SOCKETS_PER_ADDRESS,
      socketsPerDraft: settings.MAX_SOCKETS_PER_DRAFT,
      socketsPerMember: settings.MAX_SOCKETS_PER_MEMBER,
      draftsPerHour: settings.MAX_DRAFTS_PER_HOUR,
      wrongSecretsPerMinute: settings.MAX_WRONG_SECRETS_PER_MINUTE,
    },
    metrics: settings.METRICS_PORT === undefined ? null : { host: settings.METRICS_HOST, port: settings.METRICS_PORT },
    draftLifeDays: settings.DRAFT_LIFE_DAYS ?? null,
    mail: readMail(settings),
    securityContact: settings.SECURITY_CONTACT ?? null,
    appDir: join(packageRoot(), 'dist', 'app'),
  }
}

const readMail = (settings: v.InferOutput<typeof environmentSchema>): MailConfig | null => {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_HOUR: hour } = settings
  if (url === undefined) return null
  if (from === undefined) throw new StartProblem('MAIL_FROM: must be set where SMTP_URL is')
  if (settings.PUBLIC_URL === undefined) {
    throw new StartProblem('PUBLIC_URL: must be set where SMTP_URL is: mails have links')
  }
  return { url, from, hour }
}

/** The project's own folder, from the source as from the bundle in dist/server. */
export const packageRoot = (): string => {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
