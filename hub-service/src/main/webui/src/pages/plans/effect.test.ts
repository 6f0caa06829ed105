import { describe, expect, it } from 'vitest';
import { byAction, inOrder, sentence, summary, type Effect } from './effect';

const effect = (what: string, kind: Effect['effect'], more: Partial<Effect> = {}): Effect => ({ what, effect: kind, routes: ['a/all'], ...more });

describe('the effect of a plan', () => {
  it('names first what stops', () => {
    const order = inOrder([effect('policy/b', 'STARTS'), effect('policy/a', 'STARTS'), effect('policy/z', 'STOPS')]);
    expect(order.map((one) => one.what)).toEqual(['policy/z', 'policy/a', 'policy/b']);
  });

  it('is a sentence with versions and routes', () => {
    expect(sentence(effect('p', 'CHANGES', { fromVersion: 1, toVersion: 3, routes: ['a/x', 'a/y'] }))).toBe('changes from version 1 to 3 on 2 routes');
    expect(sentence(effect('p', 'STOPS', { routes: [] }))).toBe('stops to hold wherever it held');
  });

  it('is summed up for who approves, and bounded', () => {
    const many = ['1', '2', '3', '4', '5', '6', '7'].map((name) => effect(name, 'STARTS'));
    expect(summary([effect('policy/z', 'STOPS'), ...many])).toBe('stops: policy/z; starts: 1, 2, 3, 4, 5 and 2 more');
    expect(summary([])).toBe('no policy or API starts, stops or changes');
  });

  it('of a way back counts objects once', () => {
    const rows = [
      { action: 'CHANGED', object: 'a', path: 'x' },
      { action: 'CHANGED', object: 'a', path: 'y' },
      { action: 'REMOVED', object: 'b', path: '' },
    ];
    expect(byAction(rows)).toBe('changed in 1 object, removed in 1 object');
  });
});
