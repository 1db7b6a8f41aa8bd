import type { TestServer } from '../world/server.ts'
import { delaysAfterDeviceFaults } from './device-faults.ts'
import type { FullDraft } from './draft.ts'
import type { Figure } from './figure.ts'
import { delaysAfterServerFaults } from './server-faults.ts'

/** How soon the status line, as painted, is right after a fault, each the longest of the times it was tried. */
export const measureStatus = async (server: TestServer, draft: FullDraft): Promise<Figure[]> => {
  const device = await delaysAfterDeviceFaults(server, draft)
  const far = await delaysAfterServerFaults(server, draft)
  return [
    ...Array.from(device, ([fault, delays]) => ({
      name: `Status right, of the device: ${fault}, longest of ${delays.length}`,
      value: Math.round(Math.max(...delays)),
      unit: 'ms' as const,
      target: 1000,
    })),
    {
      name: `Status right after a fault of the server, longest of ${far.length}`,
      value: Math.round(Math.max(...far)),
      unit: 'ms',
      target: 5000,
    },
  ]
}
