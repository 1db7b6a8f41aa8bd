/** The four sides of a town that can be partners. Closed: each has a shape and a colour in the look. */
export const sectors = ['civil', 'administration', 'business', 'science'] as const
export type Sector = (typeof sectors)[number]

export const isSector = (value: unknown): value is Sector => sectors.includes(value as Sector)
