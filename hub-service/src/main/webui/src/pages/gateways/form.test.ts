import { describe, expect, it } from 'vitest';
import { FIELDS, firstDocument, isUsable, kongCredential, missing, valueAt, VENDORS, vendorOf, withValue } from './form';

const admin = FIELDS.kong[1]!;
const status = FIELDS.kong[2]!;
const nodes = FIELDS.kong[3]!;

describe('the gateway form', () => {
  it('begins with a document that only observes, whatever the vendor', () => {
    for (const vendor of VENDORS) {
      expect(valueAt(firstDocument(vendor), ['spec', 'writes'])).toBe('observeOnly');
      expect(missing(firstDocument(vendor), vendor)?.label).toBe('Name');
    }
    expect(vendorOf('tyk')).toBe('kong');
  });

  it('changes one value and keeps what else was written, comments too', () => {
    const written = `${firstDocument('kong')}# mine\n`.replace('metadata:', 'metadata:\n  labels: { team: core }');
    const text = withValue(written, admin, 'https://kong:8444');
    expect(valueAt(text, admin.path)).toBe('https://kong:8444');
    expect(text).toContain('# mine');
    expect(text).toContain('team: core');
  });

  it('takes an empty optional value out, and writes numbers as numbers', () => {
    const text = withValue(firstDocument('kong'), status, 'http://kong:8007');
    expect(withValue(text, status, '')).not.toContain('status');
    expect(withValue(text, nodes, '3')).toContain('nodes: 3');
    expect(withValue(text, nodes, 'three')).toContain('nodes: three');
  });

  it('leaves a text alone that is no document', () => {
    for (const text of ['a: [', '- a', 'word', 'a: 1\n---\nb: 2\n']) {
      expect(isUsable(text)).toBe(false);
      expect(withValue(text, admin, 'x')).toBe(text);
      expect(valueAt(text, admin.path)).toBe('');
    }
  });

  it('makes no credential of an empty token', () => {
    expect(kongCredential('apikey', '')).toBe('');
    expect(JSON.parse(kongCredential(' ', ' t '))).toEqual({ type: 'kong_admin_token', header: 'Kong-Admin-Token', token: 't' });
  });
});
