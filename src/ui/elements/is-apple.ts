/** Whether keys are called ⌘ and ⌥ here. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
