import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { requireChromium } from '../world/chromium.ts'

/** A Chromium with one page that nothing watches but what is measured: a driver's own scripts double an app's start. */
export interface BarePage {
  /** Runs at the beginning of every page. */
  addScript(source: string): Promise<void>
  slowDown(rate: number): Promise<void>
  goTo(url: string): Promise<void>
  /** The value of an expression once it is one, looked at every 200 ms. */
  waitFor(expression: string): Promise<number>
  close(): Promise<void>
}

interface Answer {
  id?: number
  result?: Record<string, unknown>
}

export const openBarePage = async (profileFolder: string): Promise<BarePage> => {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const browser = spawn(
    requireChromium(),
    [
      ...flags,
      '--window-size=1280,800',
      '--lang=de-DE',
      '--remote-debugging-port=0',
      `--user-data-dir=${profileFolder}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((resolve) => {
    let said = ''
    browser.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
  })
  const line = new WebSocket(address)
  await once(line, 'open')
  const waiting = new Map<number, (result: Record<string, unknown>) => void>()
  line.on('message', (text: Buffer) => {
    const { id, result } = JSON.parse(text.toString()) as Answer
    if (id !== undefined) waiting.get(id)?.(result ?? {})
  })
  let last = 0
  const send = (method: string, params: object, sessionId?: unknown) =>
    new Promise<Record<string, unknown>>((resolve) => {
      waiting.set(++last, resolve)
      line.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  await send('Page.enable', {}, sessionId)
  return {
    addScript: async (source) => void (await send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId)),
    slowDown: async (rate) => void (await send('Emulation.setCPUThrottlingRate', { rate }, sessionId)),
    goTo: async (url) => void (await send('Page.navigate', { url }, sessionId)),
    waitFor: async (expression) => {
      for (;;) {
        const { result } = await send('Runtime.evaluate', { expression }, sessionId)
        const { value } = (result ?? {}) as { value?: unknown }
        if (typeof value === 'number') return value
        await pause(200)
      }
    },
    close: async () => {
      const ended = once(browser, 'exit')
      void send('Browser.close', {})
      await ended
      line.terminate()
    },
  }
}
