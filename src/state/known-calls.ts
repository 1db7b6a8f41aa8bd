import type { Call } from '../domain/call.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import type { DeviceStore } from '../storage/device-store.ts'
import type { HttpApi } from '../sync/http-api.ts'

/** The calls this device knows; the server's are remembered for times without it. */
export class KnownCalls {
  readonly #api: HttpApi
  readonly #deviceStore: DeviceStore

  constructor(api: HttpApi, deviceStore: DeviceStore) {
    this.#api = api
    this.#deviceStore = deviceStore
  }

  list(): Promise<Call[]> {
    return this.#deviceStore.readCalls()
  }

  /** Asks the server. An empty answer does not make this device forget what it knows. */
  async refresh(): Promise<Outcome<readonly Call[]>> {
    const answer = await this.#api.listCalls()
    if (answer.ok && answer.value.length > 0) await this.#deviceStore.writeCalls(answer.value)
    return answer
  }

  /** From this device, else from the server. Refused with `unreachable`, or `invalid` when the server has no such call. */
  async find(callId: string): Promise<Outcome<Call>> {
    const isIt = (call: Call) => call.id === callId
    const here = (await this.list()).find(isIt)
    if (here) return accepted(here)
    const answer = await this.refresh()
    if (!answer.ok) return answer
    const there = answer.value.find(isIt)
    return there ? accepted(there) : refused('invalid')
  }
}
