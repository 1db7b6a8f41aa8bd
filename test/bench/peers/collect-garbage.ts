import { WebSocket } from 'ws'
import { once } from 'node:events'
import { pause } from './waiting.ts'

/**
 * Has a Node process throw away what it no longer needs, so that what is left is what it holds: by its inspector, which
 * SIGUSR1 starts in any of them.
 */
export const collectGarbage = async (pid: number, inspectPort: number): Promise<void> => {
  process.kill(pid, 'SIGUSR1')
  const socket = new WebSocket(await findInspector(inspectPort))
  await once(socket, 'open')
  // What the first leaves to be freed by weak references the second takes.
  for (const id of [1, 2]) {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await answered
  }
  socket.terminate()
}

const findInspector = async (port: number): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const found = await fetch(`http://127.0.0.1:${port}/json`).then(
      async (answer) => ((await answer.json()) as { webSocketDebuggerUrl: string }[])[0]?.webSocketDebuggerUrl,
      () => undefined,
    )
    if (found) return found
    await pause(50)
  }
  throw new Error('no inspector')
}
