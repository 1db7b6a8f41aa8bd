/** From most to least: owner leads, editor writes, commenter discusses, viewer reads. */
export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof roles)[number]

export type Permission = 'write-content' | 'invite' | 'read'

const permissions: Record<Role, readonly Permission[]> = {
  owner: ['read', 'write-content', 'invite'],
  editor: ['read', 'write-content', 'invite'],
  commenter: ['read'],
  viewer: ['read'],
}

export const may = (role: Role, permission: Permission): boolean => permissions[role].includes(permission)
