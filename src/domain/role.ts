/** From most to least: owner leads, editor writes, commenter discusses, viewer reads. */
export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof roles)[number]

/**
 * `discuss`: comments and suggestions. `lead`: who belongs to the draft, its settings, what is held back and the audit
 * trail.
 */
export type Permission = 'write-content' | 'discuss' | 'invite' | 'read' | 'lead'

const permissions: Record<Role, readonly Permission[]> = {
  owner: ['read', 'discuss', 'write-content', 'invite', 'lead'],
  editor: ['read', 'discuss', 'write-content', 'invite'],
  commenter: ['read', 'discuss'],
  viewer: ['read'],
}

export const may = (role: Role, permission: Permission): boolean => permissions[role].includes(permission)
