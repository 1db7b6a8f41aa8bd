import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface ReceivedMail {
  to: string
  headers: Map<string, string>
  text: string
}

/** A mail server (RFC 5321) that keeps what it is given. `answer` turns a command away, or breaks the line with null. */
export interface MailServer {
  url: string
  mails: ReceivedMail[]
  /** How to answer commands from now on, by their first word; what it has nothing for is taken. */
  answer: (command: string) => string | null | undefined
  close(): Promise<void>
}

export const openMailServer = async (): Promise<MailServer> => {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    let to = ''
    let lines: string[] | null = null
    const say = (line: string) => socket.write(`${line}\r\n`)
    const take = (command: string, usual: string): boolean => {
      const other = opened.answer(command)
      if (other === null) socket.destroy()
      else say(other ?? usual)
      return other === undefined
    }
    say('220 mail.test')
    createInterface(socket).on('line', (line) => {
      if (lines !== null) {
        if (line !== '.') {
          lines.push(line.replace(/^\.\./, '.'))
          return
        }
        const mail = read(to, lines)
        lines = null
        if (take('END', '250 kept')) mails.push(mail)
      } else hear(line)
    })
    const hear = (line: string): void => {
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? ''
      if (command === 'QUIT') socket.end('221 bye\r\n')
      else if (command === 'DATA' && take('DATA', '354 go on')) lines = []
      else if (command !== 'DATA') take(command, '250 ok')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const opened: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    answer: () => undefined,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return opened
}

const read = (to: string, lines: readonly string[]): ReceivedMail => {
  const end = lines.indexOf('')
  const head = lines
    .slice(0, end)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
  const headers = new Map(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const body = lines.slice(end + 1).join('\n')
  const encoding = headers.get('content-transfer-encoding')
  if (encoding === 'base64') return { to, headers, text: Buffer.from(body, 'base64').toString() }
  if (encoding !== 'quoted-printable') return { to, headers, text: body }
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { to, headers, text: Buffer.from(bytes, 'latin1').toString() }
}
