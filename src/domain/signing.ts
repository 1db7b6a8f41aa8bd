/** What a member may do for the organisation they were invited for: stand for it, or stand in for who does. */
export const signings = ['authorised', 'deputy'] as const
export type Signing = (typeof signings)[number]
