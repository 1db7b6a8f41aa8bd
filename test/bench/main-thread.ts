import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  args?: { data?: { type?: string } }
}

/**
 * How long the page's main thread works for each key: all its tasks between the key press and the commit of the first
 * frame after its input, in ms. Waiting for the display's next frame (up to 16.7 ms at 60 Hz) is no work and left out.
 */
export const workPerKey = async (page: Page, pressKeys: () => Promise<void>): Promise<number[]> => {
  const devtools = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  })
  await pressKeys()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  return readWork(events)
}

const readWork = (all: readonly TraceEvent[]): number[] => {
  const dispatches = (type: string) =>
    all.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === type)
  const keys = dispatches('keydown')
  const onMain = ({ pid, tid }: TraceEvent) => pid === keys[0]?.pid && tid === keys[0]?.tid
  const inputs = dispatches('input')
  const commits = all.filter((event) => event.name === 'Commit' && event.ph === 'X' && onMain(event))
  const tasks = all.filter((event) => event.name === 'RunTask' && event.ph === 'X' && onMain(event))
  const endOf = ({ ts, dur }: TraceEvent) => ts + (dur ?? 0)
  return keys.flatMap((key) => {
    const input = inputs.find(({ ts }) => ts >= key.ts)
    const commit = input && commits.find(({ ts }) => ts >= input.ts)
    if (!commit) return []
    const work = tasks.map((task) => Math.min(endOf(task), endOf(commit)) - Math.max(task.ts, key.ts))
    return [work.reduce((sum, each) => sum + Math.max(0, each), 0) / 1000]
  })
}
