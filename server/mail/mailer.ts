import { createTransport } from 'nodemailer'

/** The operator's mail server, with its password where it has one: never said, never logged. */
export interface MailConfig {
  url: string
  from: string
  /** From this hour on in Germany the day's mails are sent. */
  hour: number
}

export interface Mail {
  to: string
  subject: string
  text: string
  headers?: Record<string, string>
}

/** Whether a mail went out. `unsure`: the line broke when the server may already have had it. */
export type Sent = { name: 'sent' } | { name: 'unsure'; why: string } | { name: 'not-sent'; why: string }

export interface Mailer {
  send(mail: Mail): Promise<Sent>
  close(): void
}

const loopback = /^(localhost|127\.|\[::1\])/

/** Sends mails through the operator's server. Whatever goes wrong is told without an address or a word of the server's. */
export const openMailer = ({ url, from }: Pick<MailConfig, 'url' | 'from'>): Mailer => {
  const { hostname, username } = new URL(url)
  // A password is never said in the clear but to this machine itself.
  const requireTLS = username !== '' && !loopback.test(hostname)
  const transport = createTransport(
    { url, requireTLS, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    { from },
  )
  return {
    send: async ({ to, subject, text, headers = {} }) => {
      // What fails before there is a mail has certainly not sent it; afterwards only the server's own no says so.
      let isBegun = false
      try {
        await transport.verify()
        isBegun = true
        const address = { name: '', address: to }
        await transport.sendMail({ to: address, subject, text, headers: { ...automatic, ...headers } })
        return { name: 'sent' }
      } catch (error) {
        const { command = '', responseCode, code = 'unknown' } = error as Failure
        const why = [code, command, responseCode].filter(Boolean).join(' ')
        return { name: isBegun && responseCode === undefined ? 'unsure' : 'not-sent', why }
      }
    },
    close: () => transport.close(),
  }
}

interface Failure {
  command?: string
  code?: string
  responseCode?: number
}

/** So that nobody's absence note answers (RFC 3834). */
const automatic = { 'Auto-Submitted': 'auto-generated' }
