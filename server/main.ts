import { readConfig } from './config.ts'
import { openServer } from './open-server.ts'
import { reasonOf } from './start-problem.ts'

try {
  const config = readConfig(process.env)
  const server = await openServer(config)
  console.log(`Einvernehmen: ${config.publicOrigin ? `${config.publicOrigin}, listening on ` : ''}${server.url}`)

  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop)
    server.close().catch((error: unknown) => {
      console.error(`stopping failed: ${reasonOf(error)}`)
      process.exitCode = 1
    })
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
} catch (error) {
  console.error(reasonOf(error))
  process.exitCode = 1
}
