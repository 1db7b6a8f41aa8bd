import type { Device } from '../../storage/device.ts'

const key = 'einvernehmen.shared-device'

/**
 * Whether somebody said in this window that the device is not theirs. Then nothing is kept beyond the window: no
 * database, no choices, and a session that ends with the browser. The window itself remembers, not the device.
 */
export const isSharedDevice = (): boolean => {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** Says whose device it is; the page must begin anew afterwards. False where the window cannot remember it. */
export const rememberWhoseDevice = (isShared: boolean): boolean => {
  try {
    if (isShared) sessionStorage.setItem(key, 'yes')
    else sessionStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Keeps nothing. */
export const keepingNothing: Device = { databases: null, locks: null }
