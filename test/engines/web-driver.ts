/**
 * A session of a WebDriver (W3C) that listens on this port: its commands by name and body. Throws what the browser says
 * of a command that failed.
 */
export interface WebDriverSession {
  post<Value = null>(command: string, body?: object): Promise<Value>
  get<Value>(command: string): Promise<Value>
  delete(command?: string): Promise<unknown>
}

/** How WebDriver says that a value is an element. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
export type ElementReference = Record<typeof elementKey, string>

export const openSession = async (port: number, alwaysMatch: object): Promise<WebDriverSession> => {
  const root = `http://127.0.0.1:${port}/session`
  const { sessionId } = await send<{ sessionId: string }>('POST', root, { capabilities: { alwaysMatch } })
  const at = (command: string) => `${root}/${sessionId}${command && `/${command}`}`
  return {
    post: (command, body = {}) => send('POST', at(command), body),
    get: (command) => send('GET', at(command)),
    delete: (command = '') => send('DELETE', at(command)),
  }
}

const send = async <Value>(method: string, url: string, body?: object): Promise<Value> => {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await answer.json()) as { value: Value & { error?: string; message?: string } }
  if (!answer.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`)
  return value
}
