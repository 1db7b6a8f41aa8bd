/** Tries until the expectation holds, or throws its last complaint after `limitMs`. */
export const eventually = async <T>(expectation: () => T | Promise<T>, limitMs = 90_000): Promise<T> => {
  const end = Date.now() + limitMs
  for (;;) {
    try {
      return await expectation()
    } catch (complaint) {
      if (Date.now() > end) throw complaint
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
