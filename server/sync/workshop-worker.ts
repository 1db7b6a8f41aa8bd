import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { jobs, unpack, type Delivery, type Order } from './workshop-jobs.ts'

/** The workshop's thread: one order at a time, each answered. */
const work = ({ name, given }: Order): unknown => {
  switch (name) {
    case 'diff':
      return jobs.diff(given)
    case 'news':
      return jobs.news({ ...given, log: unpack(given.log) })
    case 'late':
      return jobs.late({ ...given, log: unpack(given.log) })
    case 'version':
      return jobs.version({ ...given, log: unpack(given.log) })
    default:
      return jobs[name](unpack(given))
  }
}

const deliver = (order: Order): Delivery => {
  try {
    return { id: order.id, made: work(order) }
  } catch (error) {
    return { id: order.id, failure: error instanceof Error ? error.message : String(error) }
  }
}

// On Linux this is for the thread only: where there is one core, people's key presses come first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

parentPort?.on('message', (order: Order) => parentPort?.postMessage(deliver(order)))
