import { describe, expect, it } from 'vitest';
import type { ConnectionTest } from '../../api/connection';
import { verdict } from './steps';

const passed: ConnectionTest = { gateway: 'kong', vendor: 'kong', passed: true, steps: [], found: null, cannot: [], joining: [], tookMillis: 3 };

describe('a test of a connection', () => {
  it('says at which step it failed', () => {
    const failed: ConnectionTest = {
      ...passed,
      passed: false,
      steps: [
        { part: 'REACHED', state: 'OK', detail: '', problem: null },
        { part: 'AUTHENTICATED', state: 'FAILED', detail: '', problem: null },
      ],
    };
    expect(verdict(failed)).toContain('Authenticated');
  });

  it('claims no connection of a gateway that joins by itself', () => {
    expect(verdict({ ...passed, joining: ['Store the document.'] })).toContain('joins by itself');
    expect(verdict(passed)).toContain('works');
  });
});
