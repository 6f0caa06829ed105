import { describe, expect, it } from 'vitest';
import { completions } from './completions';
import { diagnose } from './diagnose';
import { hoverAt } from './hover';
import { namesOf } from './names';
import { open } from './place';
import type { Schema } from './schema';

const LIMIT: Schema = {
  type: 'object',
  description: 'At most so many requests.',
  required: ['requests', 'window'],
  properties: {
    requests: { type: 'integer', minimum: 1, maximum: 9, description: 'How many.' },
    window: { type: 'string', description: 'How long.' },
    onMissingKey: { enum: ['deny', 'clientIp'], default: 'deny', description: 'Without a key.' },
    key: { type: 'string', pattern: '^(?:route|clientIp|header:[a-z`|~-]{1,9})$', default: 'route' },
  },
};

const SCHEMA: Schema = {
  type: 'object',
  required: ['kind', 'spec'],
  properties: {
    kind: { enum: ['Policy'] },
    spec: {
      type: 'object',
      properties: {
        targetRefs: {
          type: 'array',
          items: {
            type: 'object',
            required: ['kind'],
            properties: { kind: { enum: ['Gateway', 'Api', 'Route'] }, name: { type: 'string' } },
          },
        },
        gateways: { type: 'array', items: { type: 'string' } },
        vendor: { enum: ['kong', 'envoy'] },
        listener: {},
        rateLimit: LIMIT,
        cors: { type: 'object', properties: {} },
        active: { type: 'boolean' },
      },
      allOf: [
        { oneOf: [{ required: ['rateLimit'] }, { required: ['cors'] }] },
        {
          if: { required: ['vendor'], properties: { vendor: { const: 'kong' } } },
          then: { properties: { listener: false, admin: { type: 'string' } } },
        },
      ],
    },
  },
};

const NAMES = namesOf([{ name: 'edge' }], [{ name: 'orders', document: { spec: { routes: [{ name: 'all' }] } } }]);

/** What is offered where the text has a bar. */
function offered(marked: string): string[] {
  return at(marked)?.options.map((option) => option.label) ?? [];
}

function at(marked: string) {
  const offset = marked.indexOf('|');
  return completions(marked.replace('|', ''), offset, SCHEMA, NAMES);
}

describe('completion', () => {
  it('offers the words of a pattern and the beginnings of what goes on, the default once', () => {
    expect(offered('spec: {rateLimit: {key: |}}')).toEqual(['route', 'clientIp', 'header:']);
  });

  it('offers the fields of an object that are not written, required ones first', () => {
    expect(offered('kind: Policy\nspec:\n  rateLimit:\n    |')).toEqual(['requests', 'window', 'onMissingKey', 'key']);
    expect(offered('kind: Policy\nspec:\n  rateLimit:\n    window: 1m\n    re|')).toEqual(['requests', 'onMissingKey', 'key']);
    expect(offered('spec: {rateLimit: {window: 1m, |}}')).toEqual(['requests', 'onMissingKey', 'key']);
    expect(offered('spec: {rateLimit: {|')).toEqual(['requests', 'window', 'onMissingKey', 'key']);
  });

  it('offers fields of an object in a list', () => {
    expect(offered('spec:\n  targetRefs:\n    - |')).toEqual(['kind', 'name']);
    expect(offered('spec:\n  targetRefs:\n    - kind: Api\n      |')).toEqual(['name']);
    expect(offered('spec:\n  targetRefs: [{kind: Api, n|}]')).toEqual(['name']);
  });

  it('offers no second field where exactly one of several is written', () => {
    expect(offered('spec:\n  |')).toContain('cors');
    const more = offered('spec:\n  rateLimit: {requests: 1}\n  |');
    expect(more).not.toContain('cors');
    expect(more).toContain('targetRefs');
  });

  it('follows conditions of the schema', () => {
    expect(offered('spec:\n  vendor: kong\n  |')).toContain('admin');
    expect(offered('spec:\n  vendor: kong\n  |')).not.toContain('listener');
    expect(offered('spec:\n  vendor: envoy\n  |')).toContain('listener');
  });

  it('offers the words a value may be, and says which is the default', () => {
    expect(offered('spec:\n  rateLimit:\n    onMissingKey: |')).toEqual(['deny', 'clientIp']);
    expect(at('spec:\n  rateLimit:\n    onMissingKey: d|')?.options[0]?.detail).toBe('default');
    expect(offered('spec: {rateLimit: {onMissingKey: |}}')).toEqual(['deny', 'clientIp']);
    expect(offered('spec:\n  active: |')).toEqual(['true', 'false']);
  });

  it('offers names of the estate by the kind of the target', () => {
    expect(offered('spec:\n  targetRefs:\n    - kind: Api\n      name: |')).toEqual(['orders']);
    expect(offered('spec:\n  targetRefs: [{kind: Route, name: |}]')).toEqual(['orders/all']);
    expect(offered('spec:\n  targetRefs: [{kind: Gateway, name: e|}]')).toEqual(['edge']);
    expect(offered('spec:\n  gateways:\n    - |')).toEqual(['edge']);
    expect(offered('spec:\n  gateways: [|]')).toEqual(['edge']);
  });

  it('replaces the whole word and keeps what comes after it', () => {
    const found = at('spec:\n  rateLimit:\n    win|dow: 1m');
    expect(found).toMatchObject({ from: 23, to: 29 });
    expect(found?.options.find((option) => option.label === 'window')?.insert).toBe('window');
  });

  it('writes what a field needs below or beside it', () => {
    const option = (marked: string, label: string) => at(marked)?.options.find((one) => one.label === label);
    expect(option('spec:\n  |', 'rateLimit')?.insert).toBe('rateLimit:\n    ');
    expect(option('spec:\n  |', 'targetRefs')?.insert).toBe('targetRefs:\n    - ');
    expect(option('spec: {|}', 'rateLimit')).toMatchObject({ insert: 'rateLimit: {}', cursor: 12 });
    expect(option('spec:\n  |', 'active')?.insert).toBe('active: ');
  });

  it('works in the document the cursor is in', () => {
    expect(offered('kind: Policy\n---\nspec:\n  rateLimit:\n    |\n---\nkind: Policy\n')).toEqual(['requests', 'window', 'onMissingKey', 'key']);
  });

  it('offers nothing in comments and where the schema knows nothing', () => {
    expect(offered('# spe|')).toEqual([]);
    expect(offered('spec:\n  rateLimit:\n    requests: |')).toEqual([]);
    expect(offered('other:\n  |')).toEqual([]);
  });
});

describe('open brackets', () => {
  it('are counted without quoted ones and comments', () => {
    expect(open('a: [{b: "]}"')).toBe('{');
    expect(open("a: [b, '{'")).toBe('[');
    expect(open('# {\na: 1')).toBe('');
    expect(open('a: {b: [1]}')).toBe('');
  });
});

describe('hover', () => {
  it('says what a field means, may be and is by default', () => {
    const text = 'spec:\n  rateLimit: {onMissingKey: deny, requests: 1}\n';
    expect(hoverAt(text, text.indexOf('onMissing') + 2, SCHEMA)).toEqual({
      from: 20,
      to: 32,
      field: 'onMissingKey',
      doc: 'Without a key. Write one of deny, clientIp. Default: deny.',
    });
    expect(hoverAt(text, text.indexOf(': 1') + 2, SCHEMA)?.field).toBe('requests');
  });

  it('says nothing of what the schema does not know', () => {
    expect(hoverAt('other: 1', 2, SCHEMA)).toBeUndefined();
  });
});

describe('marks', () => {
  it('stand at the name of the field that a problem names', () => {
    const text = 'spec:\n  rateLimit:\n    window: soon\n';
    const problem = { code: 'INVALID_VALUE', message: 'bad', path: 'spec.rateLimit.window', nextStep: 'Mend it.' };
    const marks = diagnose(text, [problem]);
    expect(marks).toEqual([{ from: 23, to: 29, message: 'bad. Mend it. (INVALID_VALUE)' }]);
  });

  it('stand at what is no YAML', () => {
    const marks = diagnose('spec: {a: 1\nb: 2', []);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every((mark) => mark.from <= mark.to && mark.to <= 16)).toBe(true);
  });

  it('are left out for problems without a place', () => {
    expect(diagnose('a: 1', [{ code: 'X', message: 'nowhere' }])).toEqual([]);
  });
});
