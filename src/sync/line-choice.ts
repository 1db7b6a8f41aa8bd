/** So many sockets in a row may fail before they open, although the server answers requests. */
const failuresAllowed = 1

/** A socket that is silent for so long before it opens is held up by something on the way. */
export const openLimitMs = 4_000

/** How often a line by requests looks whether sockets have become possible. */
export const tryAgainMs = 300_000

/**
 * How lines to one server go: by socket, or by requests where something on the way lets no socket through, such as an
 * office's proxy (rule 21). Found out once for all drafts of a page.
 */
export class LineChoice {
  #failures = 0

  get usesRequests(): boolean {
    return this.#failures > failuresAllowed
  }

  opened(): void {
    this.#failures = 0
  }

  /** A socket for which there was a ticket did not open. One that hung says more than one that was refused at once. */
  failed(isHung: boolean): void {
    this.#failures += isHung ? failuresAllowed + 1 : 1
  }
}

const choices = new Map<string, LineChoice>()

/** The choice for the server with this host and port. */
export const lineChoiceFor = (host: string): LineChoice => {
  const choice = choices.get(host) ?? new LineChoice()
  choices.set(host, choice)
  return choice
}
