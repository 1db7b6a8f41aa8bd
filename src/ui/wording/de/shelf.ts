export const shelf = {}
