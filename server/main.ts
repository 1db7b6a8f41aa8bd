import { readConfig } from './config.ts'
import { runServer } from './run-server.ts'
import { reasonOf } from './start-problem.ts'

/** Whoever stops us, systemd or Docker, waits at least so long. */
const longestStopMs = 10_000

const giveUp = (line: string): void => {
  console.error(line)
  process.exit(1)
}

try {
  const config = readConfig(process.env)
  const server = await runServer(config, (error) => giveUp(`restoring failed: ${reasonOf(error)}`))

  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop)
    // What was acknowledged is on the disk already, whatever does not end in time.
    setTimeout(() => giveUp('stopping took too long'), longestStopMs).unref()
    server.close().catch((error: unknown) => giveUp(`stopping failed: ${reasonOf(error)}`))
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  console.log(`Einvernehmen: ${config.publicOrigin ? `${config.publicOrigin}, listening on ` : ''}${server.url}`)
} catch (error) {
  console.error(reasonOf(error))
  process.exitCode = 1
}
