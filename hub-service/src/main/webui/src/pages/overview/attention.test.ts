import { describe, expect, it } from 'vitest';
import type { OpenDrift, PlanRow } from '../../api/answers';
import type { Gateway } from '../../api/queries';
import { attention, newest } from './attention';

function plan(of: Partial<PlanRow>): PlanRow {
  return { id: 'p', gateway: 'edge', hash: 'h', status: 'PROPOSED', empty: false, createdAt: '2026-11-21T10:00:00Z', createdBy: 'admin', steps: 2, ...of };
}

function gateway(name: string, outcome?: 'COMPLETE' | 'PARTIAL' | 'FAILED'): Gateway {
  const lastRead =
    outcome === undefined
      ? null
      : { beganAt: '2026-11-21T10:00:00Z', outcome, failure: 'TRANSIENT' as const, why: null, viewTakenAt: null };
  return { name, vendor: 'kong', labels: {}, writes: 'managed', version: 1, settings: {}, lastRead };
}

const drift = (on: string): OpenDrift => ({ gateway: on, object: 'o', path: 'p', kind: 'CHANGED', firstSeen: '2026-11-21T10:00:00Z', sources: [] });

const nothing = { gateways: [], plans: [], drift: [], policies: [] };

describe('what needs a person', () => {
  it('is nothing where all is as it should be', () => {
    expect(attention({ ...nothing, gateways: [gateway('edge', 'COMPLETE')], plans: [plan({ status: 'APPLIED' }), plan({ empty: true })] })).toEqual([]);
  });

  it('counts only the newest plan of a gateway', () => {
    const old = plan({ id: 'old', createdAt: '2026-11-21T09:00:00Z' });
    const recent = plan({ id: 'recent', status: 'APPLIED' });
    const other = plan({ id: 'other', gateway: 'kong', createdAt: '2026-11-20T09:00:00Z' });

    const found = attention({ ...nothing, plans: [old, recent, other] });

    expect(found.map((one) => one.link)).toEqual(['/plans/other']);
    expect(newest([recent, old]).map((one) => one.id)).toEqual(['recent']);
  });

  it('puts failures before what only waits', () => {
    const found = attention({
      ...nothing,
      gateways: [gateway('kong', 'FAILED')],
      plans: [plan({})],
      drift: [drift('edge'), drift('edge')],
    });

    expect(found.map((one) => one.tone)).toEqual(['danger', 'warning', 'info']);
    expect(found.map((one) => one.next)).toEqual(['See why', 'Heal, adopt or ignore', 'Look at it and approve']);
    expect(found[1]).toMatchObject({ text: '2 places of ours on edge were changed by somebody else', link: '/drift?gateway=edge' });
  });

  it('leads from a refused credential to where it is given, and from a gateway not read to reading it', () => {
    const refused = gateway('kong', 'FAILED');
    const found = attention({ ...nothing, gateways: [{ ...refused, lastRead: { ...refused.lastRead!, failure: 'NO_PERMISSION' } }, gateway('new')] });

    expect(found[0]).toMatchObject({ next: 'Mend its credential', link: '/gateways/kong?tab=credential' });
    expect(found[1]).toMatchObject({ tone: 'info', text: 'new was not read yet', link: '/gateways/new' });
  });

  it('names policies that reach nothing', () => {
    const policy = { name: 'limit', kind: 'rateLimit', version: 1, createdAt: '', createdBy: '', document: null, unmatchedTargets: ['spec.targetRefs[0]'] };

    expect(attention({ ...nothing, policies: [policy] })[0]?.text).toBe('1 target of policy limit reaches no route');
  });
});
