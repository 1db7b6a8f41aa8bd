import type { Translated } from '../catalogue.ts'
import type { locked as german } from '../de/locked.ts'

export const locked: Translated<typeof german> = {
  title: 'This draft waits for a connection',
  text: (day) =>
    `This device was last in contact with the server on ${day}. After 30 days without contact a draft opens again only with a connection, so that no text lies open on forgotten devices.`,
  safe: 'Nothing is deleted: the whole draft is still on this device.',
  waiting: (count, shown) =>
    count === 1
      ? 'Nothing is deleted: the whole draft is still on this device. 1 change from here still waits for the server.'
      : `Nothing is deleted: the whole draft is still on this device. ${shown} changes from here still wait for the server.`,
  advice: [
    'Connect the device to the network. The draft then opens by itself.',
    'If it is needed before: a file can be saved without a network too, and opened on another device.',
    'Is the date on this device right? With the right one the draft may open at once.',
  ],
}
