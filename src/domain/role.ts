/** From most to least: owner leads, editor writes, commenter discusses, viewer reads. */
export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof roles)[number]

/** `lead`: who belongs to the draft, its settings, what is held back and the audit trail. */
export type Permission = 'write-content' | 'invite' | 'read' | 'lead'

const permissions: Record<Role, readonly Permission[]> = {
  owner: ['read', 'write-content', 'invite', 'lead'],
  editor: ['read', 'write-content', 'invite'],
  commenter: ['read'],
  viewer: ['read'],
}

export const may = (role: Role, permission: Permission): boolean => permissions[role].includes(permission)
