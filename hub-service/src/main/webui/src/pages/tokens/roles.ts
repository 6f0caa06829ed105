/** Every permission of the hub, and what it lets somebody do. */
export const PERMISSIONS: Record<string, string> = {
  'gateways:read': 'See gateways and what they hold',
  'gateways:write': 'Add, read now, test and remove gateways; set their credentials',
  'apis:read': 'See APIs',
  'apis:write': 'Store Api documents',
  'policies:read': 'See policies and what becomes of them',
  'policies:write': 'Store policies',
  'plans:read': 'See plans',
  'plans:write': 'Make plans',
  'plans:approve': 'Approve plans and apply them',
  'drift:read': 'See drift',
  'traffic:read': 'See traffic, live too',
  'traffic:write': 'Fill the store of traffic again from Kafka',
  'native:write': 'Edit native objects',
  'audit:read': 'See the audit record',
  'tokens:admin': 'Make and revoke tokens, with any permission',
};

/** Sets of permissions that belong together; a token may hold any other set. */
export const ROLES: Record<string, string[]> = {
  viewer: ['gateways:read', 'apis:read', 'policies:read', 'plans:read', 'drift:read', 'traffic:read'],
  author: ['gateways:read', 'apis:read', 'apis:write', 'policies:read', 'policies:write', 'plans:read', 'plans:write', 'drift:read', 'traffic:read'],
  approver: ['gateways:read', 'apis:read', 'policies:read', 'plans:read', 'plans:write', 'plans:approve', 'drift:read', 'traffic:read', 'audit:read'],
  administrator: Object.keys(PERMISSIONS),
};

/** The name of the role that the permissions are exactly, or how many they are. */
export function roleOf(permissions: string[]): string {
  const held = [...permissions].sort().join(' ');
  const role = Object.entries(ROLES).find(([, of]) => [...of].sort().join(' ') === held);
  return role?.[0] ?? `${permissions.length} ${permissions.length === 1 ? 'permission' : 'permissions'}`;
}

/** When a token made now ends; empty for never. */
export function expiry(days: string, now: number): string | undefined {
  return /^[1-9]\d{0,3}$/.test(days) ? new Date(now + Number(days) * 86_400_000).toISOString() : undefined;
}

/** Whether a token is past its end. */
export function isExpired(expiresAt: string | null, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}
