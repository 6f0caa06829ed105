import { describe, expect, it } from 'vitest';
import { byAction, inOrder, sentence, summary, turnedAwayText, type Effect } from './effect';

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

describe('whom a policy that asks for a credential turns away', () => {
  it('says who got through without a name, and from how many addresses', () => {
    expect(turnedAwayText({ hours: 24, requests: 10, nameless: 4, addressesAtLeast: 1, named: true })).toBe(
      '4 of 10 requests in the last 24 hours came from callers the gateway does not know, from at least 1 address: they will be answered 401.',
    );
  });

  it('does not conclude from silence', () => {
    expect(turnedAwayText({ hours: 24, requests: 0, nameless: 0, named: true })).toContain('nobody is known');
    expect(turnedAwayText({ hours: 24, requests: 3, nameless: 3, named: false })).toContain('all of them may be turned away');
    expect(turnedAwayText({ hours: 24, unknown: 'The view is closed.' })).toContain('is not known: The view is closed.');
  });

  it('says when everybody is known', () => {
    expect(turnedAwayText({ hours: 24, requests: 3, nameless: 0, named: true })).toBe('All 3 requests in the last 24 hours came from callers the gateway knows.');
  });
});
