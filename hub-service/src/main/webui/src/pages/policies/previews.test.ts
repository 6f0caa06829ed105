import { describe, expect, it } from 'vitest';
import type { GatewayPreview } from '../../api/preview';
import type { Schema } from '../../shared/editor/schema';
import { fieldGroups, objectsText, worst } from './fieldGroups';
import { kindsOf, startOf } from './starts';

type Entry = GatewayPreview['fidelity'][number];

function entry(target: string, grades: Record<string, string>, policy = 'limit'): Entry {
  return {
    policy,
    version: 1,
    kind: 'rateLimit',
    target,
    grade: 'EXACT',
    fields: Object.entries(grades).map(([field, grade]) => ({ field, value: '1', grade, evidence: 'JUDGED', deviations: [] })),
  };
}

describe('fields of a preview', () => {
  it('are told once for all routes on which they come to the same, the lost ones first', () => {
    const groups = fieldGroups([
      entry('a/x', { key: 'EXACT', window: 'APPROXIMATE' }),
      entry('a/y', { key: 'EXACT', window: 'EXACT' }),
    ]);
    expect(groups.map((group) => [group.field, group.grade, group.routes])).toEqual([
      ['window', 'APPROXIMATE', ['a/x']],
      ['key', 'EXACT', ['a/x', 'a/y']],
      ['window', 'EXACT', ['a/y']],
    ]);
  });

  it('are kept apart by policy', () => {
    const groups = fieldGroups([entry('a/x', { key: 'EXACT' }, 'b'), entry('a/x', { key: 'EXACT' }, 'a')]);
    expect(groups.map((group) => group.policy)).toEqual(['a', 'b']);
  });

  it('say how bad it is at worst', () => {
    expect(worst([entry('a/x', { key: 'EXACT', window: 'UNSUPPORTED' })])).toBe('UNSUPPORTED');
    expect(worst([])).toBeUndefined();
  });
});

it('native objects are counted in words', () => {
  expect(objectsText({ added: 2, changed: 1, removed: 0 })).toBe('adds 2, changes 1 native objects');
  expect(objectsText({ added: 0, changed: 0, removed: 1 })).toBe('removes 1 native object');
  expect(objectsText({ added: 0, changed: 0, removed: 0 })).toBe('changes no native object');
});

describe('documents to begin with', () => {
  const schema: Schema = {
    properties: {
      spec: {
        properties: {
          rateLimit: { type: 'object' },
          novel: {
            type: 'object',
            required: ['times', 'on'],
            properties: { times: { type: 'integer', minimum: 2 }, on: { enum: ['5xx'] }, wait: { type: 'string' } },
          },
        },
        allOf: [{ oneOf: [{ required: ['rateLimit'] }, { required: ['novel'] }] }],
      },
    },
  };

  it('are there for every kind the schema knows', () => {
    expect(kindsOf(schema)).toEqual(['rateLimit', 'novel']);
  });

  it('hold at least what is required of a kind that is new here', () => {
    expect(startOf('novel', schema)).toContain('\n  novel: {times: 2, on: 5xx}\n');
    expect(startOf('rateLimit', schema, 'orders')).toContain('{kind: Api, name: orders}');
    expect(startOf('rateLimit', schema)).toContain('{name: my-rate-limit}');
  });
});
