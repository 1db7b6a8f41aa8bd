import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * One person's way to the server: a TCP relay of its own port that can be cut like a cable, or frozen like a hall's
 * Wi-Fi that accepts everything and delivers nothing.
 */
export interface Network {
  port: number
  url: string
  cut(): void
  freeze(): void
  restore(): void
  close(): Promise<void>
}

export const openNetwork = async (serverPort: () => number): Promise<Network> => {
  let way: 'open' | 'cut' | 'frozen' = 'open'
  const lines = new Set<[Socket, Socket]>()

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
      near.destroy()
      far.destroy()
    }
    for (const [from, to] of [line, [far, near] as const]) {
      from.on('data', (chunk) => {
        if (way === 'open') to.write(chunk)
      })
      from.on('error', end)
      from.on('close', end)
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
    freeze: () => {
      way = 'frozen'
    },
    restore: () => {
      if (way === 'frozen') dropAll()
      way = 'open'
    },
    close: async () => {
      dropAll()
      await new Promise<void>((resolve) => relay.close(() => resolve()))
    },
  }
}
