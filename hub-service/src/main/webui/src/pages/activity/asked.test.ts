import { expect, it } from 'vitest';
import { filtered, questionOf } from './asked';

const NOW = Date.parse('2026-11-21T10:00:40Z');

const ask = (text: string) => {
  const params = new URLSearchParams(text);
  return questionOf((name) => params.get(name) ?? '', NOW);
};

it('an address without filters asks for the newest', () => {
  expect(ask('')).toEqual({ limit: 100 });
  expect(filtered(ask(''))).toBe(false);
});

it('who, what, object and time are asked of the hub', () => {
  expect(ask('who=ann&what=drift&object=gateway/edge&span=24h&before=7')).toEqual({
    limit: 100,
    before: 7,
    actor: 'ann',
    action: 'drift',
    subject: 'gateway/edge',
    from: '2026-11-20T10:00:00.000Z',
  });
});

it('what nobody could have typed is left out', () => {
  expect(ask('before=x&span=1000y&who=%20')).toEqual({ limit: 100 });
});
