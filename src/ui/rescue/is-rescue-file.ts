/** A rescue file begins with this byte and no text does; as text it has this mark behind a sentence for people. */
const firstByte = 0x89
const mark = '-----EINVERNEHMEN-----'
const searchedBytes = 4_000

/** Whether a file holds a draft of this app, by its name or by what is in it. */
export const isRescueFile = async (file: Blob): Promise<boolean> => {
  if (file instanceof File && /\.eoi(\.txt)?$/i.test(file.name)) return true
  const start = new Uint8Array(await file.slice(0, searchedBytes).arrayBuffer())
  return start[0] === firstByte || new TextDecoder().decode(start).includes(mark)
}
