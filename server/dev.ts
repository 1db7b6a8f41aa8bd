import { createServer } from 'vite'
import { readConfig } from './config.ts'
import { runServer } from './run-server.ts'

/** `npm run dev`: the real server on a free port and Vite in front of it, page and server in one process. */
const config = readConfig(process.env)
const server = await runServer({ ...config, port: 0 }, (error) => {
  throw error
})
const vite = await createServer({
  server: {
    host: config.host,
    port: config.port,
    proxy: {
      // With the page's own host, or the server would take the page for a foreign one.
      '/api': { target: server.url, changeOrigin: false },
      '/healthz': server.url,
      '/readyz': server.url,
      '/sync': { target: server.url, ws: true },
    },
  },
})
await vite.listen()
vite.printUrls()
