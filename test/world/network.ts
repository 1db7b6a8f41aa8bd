import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * One person's way to the server: a TCP relay of its own port that can be cut like a cable, or frozen like a hall's
 * Wi-Fi that accepts everything and delivers nothing. It may also let requests through and no sockets, as the proxies of
 * managed offices do: some refuse them, others swallow them.
 */
export interface Network {
  port: number
  url: string
  cut(): void
  /** Everything, or only what is open now: then new connections get through. */
  freeze(what?: 'all' | 'open lines'): void
  restore(): void
  /** Also ends the sockets that are open. */
  sockets(treatment: 'allowed' | 'refused' | 'swallowed'): void
  close(): Promise<void>
}

export const openNetwork = async (serverPort: () => number): Promise<Network> => {
  let way: 'open' | 'cut' | 'frozen' = 'open'
  let treatment: 'allowed' | 'refused' | 'swallowed' = 'allowed'
  const lines = new Set<[Socket, Socket]>()
  const upgraded = new Set<Socket>()
  const frozen = new WeakSet<Socket>()

  const relay = createServer((near) => {
    if (way === 'cut') {
      near.destroy()
      return
    }
    const far = connect(serverPort(), '127.0.0.1')
    const line: [Socket, Socket] = [near, far]
    lines.add(line)
    const end = () => {
      lines.delete(line)
      upgraded.delete(near)
      near.destroy()
      far.destroy()
    }
    near.on('data', (chunk) => {
      if (!isUpgrade(chunk)) return
      upgraded.add(near)
      if (treatment !== 'allowed') far.destroy()
      if (treatment === 'refused') near.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    })
    for (const [from, to] of [line, [far, near] as const]) {
      from.on('data', (chunk) => {
        if (way === 'open' && !frozen.has(near) && !to.destroyed) to.write(chunk)
      })
      from.on('error', end)
      from.on('close', () => {
        if (from === near || treatment === 'allowed' || !upgraded.has(near)) end()
      })
    }
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const { port } = relay.address() as AddressInfo

  const dropAll = () => lines.forEach(([near, far]) => (near.destroy(), far.destroy()))
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    cut: () => {
      way = 'cut'
      dropAll()
    },
    freeze: (what = 'all') => {
      if (what === 'all') way = 'frozen'
      else for (const [near] of lines) frozen.add(near)
    },
    restore: () => {
      if (way === 'frozen') dropAll()
      way = 'open'
    },
    sockets: (how) => {
      treatment = how
      for (const near of upgraded) near.destroy()
    },
    close: async () => {
      dropAll()
      await new Promise<void>((resolve) => relay.close(() => resolve()))
    },
  }
}

const isUpgrade = (chunk: Buffer): boolean => /^GET [^]*\r\nupgrade: *websocket/i.test(chunk.toString('latin1'))
