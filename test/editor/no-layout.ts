/** jsdom lays nothing out and has no measurements for ranges, which scrolling to the caret asks for. */
export const measureNothing = (): void => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
}
