import { expect, it } from 'vitest';
import document from '../../api/openapi.json';
import { expiry, isExpired, PERMISSIONS, roleOf, ROLES } from './roles';

it('a role holds only permissions that there are', () => {
  for (const permissions of Object.values(ROLES)) {
    expect(permissions.filter((one) => PERMISSIONS[one] === undefined)).toEqual([]);
  }
});

it('names a role only where a token holds exactly that', () => {
  expect(roleOf([...ROLES['viewer']!].reverse())).toBe('viewer');
  expect(roleOf(['gateways:read'])).toBe('1 permission');
});

it('a token ends after whole days, or never', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  expect(expiry('30', now)).toBe('2026-12-21T10:00:00.000Z');
  expect([expiry('', now), expiry('0', now), expiry('-1', now), expiry('soon', now)]).toEqual([undefined, undefined, undefined, undefined]);
  expect([isExpired(null, now), isExpired('2026-11-21T10:00:00Z', now), isExpired('2026-11-21T10:00:01Z', now)]).toEqual([false, true, false]);
});

it('the hub documents the operations that this page calls', () => {
  expect(Object.keys(document.paths)).toContain('/api/tokens');
});
