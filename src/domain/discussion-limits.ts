import { may, type Role } from './role.ts'

/*
 * Nothing ever leaves a discussion, so it has an end, and nobody reaches it alone. Behind the end for talk lies a reserve
 * for acts: what was said can still be decided, resolved and taken back.
 */

/** Of the whole discussion of a draft. */
export const maxDiscussionBytes = 2 * 1024 * 1024
/** Beyond them for acts; half of it is kept for those who may decide. */
export const actReserveBytes = 256 * 1024

/** Of what one member says, some two thousand short comments, and beyond it for their acts. */
export const maxBytesPerMember = 512 * 1024
export const actReserveBytesPerMember = 64 * 1024

/** An act that needs more, in UTF-16 units of its JSON, counts as talk: the longest reason for a no has room. */
export const maxActLength = 8_192

const acts = new Set(['accepted', 'declined', 'resolved', 'reopened', 'withdrawn'])
export const isAct = (type: string, json: string): boolean => acts.has(type) && json.length <= maxActLength

/** As much of it as Yjs and the entry's id add, at most. */
const placeBytes = 48

/** What an entry adds to a discussion. */
export const entryBytes = (json: string): number => {
  let bytes = json.length + placeBytes
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at)
    // Half of a pair of surrogates is two of its four bytes.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2
  }
  return bytes
}

/** From here on people are told that it is getting full. */
const littleLeft = 3 / 4
/** A long comment with its quote: whoever begins one can say it. */
const oneCommentBytes = 16 * 1024
/** A few decisions at once. */
const fewActsBytes = 8 * 1024

/**
 * What one member can still say: enough, little of everybody's room or of their own, only acts, or nothing. Told some
 * time before a change is refused.
 */
export type RoomLeft = 'enough' | 'little' | 'little-of-own' | 'acts' | 'acts-of-own' | 'nothing'

/** Whether there is room for what somebody might say; acts have some beyond. */
export const takesTalk = (room: RoomLeft): boolean => room === 'enough' || room === 'little' || room === 'little-of-own'

export type WhyNoRoom = 'discussion-full' | 'too-many-entries'

/** Somebody who says something, with what their role allows now. */
export interface Sayer {
  member: string
  role: Role
}

/** How much everybody, and each member by their id, has said; the same on the server and on every device. */
export interface SaidSums {
  add(member: string, json: string): void
  /** Why these entries of one member, as one change, find no room; null where they do. */
  whyNoRoom(entries: readonly { type: string; json: string }[], by: Sayer): WhyNoRoom | null
  roomLeft(by: Sayer): RoomLeft
}

export const createSaidSums = (): SaidSums => {
  let all = 0
  const members = new Map<string, number>()
  const of = (member: string): number => members.get(member) ?? 0

  const reserveOf = (role: Role): number => (may(role, 'write-content') ? actReserveBytes : actReserveBytes / 2)

  return {
    add: (member, json) => {
      const bytes = entryBytes(json)
      members.set(member, of(member) + bytes)
      all += bytes
    },

    whyNoRoom: (entries, { member, role }) => {
      let own = of(member)
      let total = all
      for (const { type, json } of entries) {
        const more = entryBytes(json)
        own += more
        total += more
        const mayReserve = isAct(type, json) ? 1 : 0
        if (total > maxDiscussionBytes + mayReserve * reserveOf(role)) return 'discussion-full'
        if (own > maxBytesPerMember + mayReserve * actReserveBytesPerMember) return 'too-many-entries'
      }
      return null
    },

    roomLeft: ({ member, role }) => {
      const own = of(member)
      const isOver = (more: number, reserve: number, ownReserve: number) => ({
        all: all + more > maxDiscussionBytes + reserve,
        own: own + more > maxBytesPerMember + ownReserve,
      })
      const forActs = isOver(fewActsBytes, reserveOf(role), actReserveBytesPerMember)
      if (forActs.all || forActs.own) return 'nothing'
      const forTalk = isOver(oneCommentBytes, 0, 0)
      if (forTalk.all || forTalk.own) return forTalk.all ? 'acts' : 'acts-of-own'
      if (all > maxDiscussionBytes * littleLeft) return 'little'
      return own > maxBytesPerMember * littleLeft ? 'little-of-own' : 'enough'
    },
  }
}
