import type { ConnectionTest } from '../../api/connection';

type Step = ConnectionTest['steps'][number];

const TITLES: Record<Step['part'], string> = {
  ADDRESS: 'Address may be called',
  REACHED: 'Reached',
  AUTHENTICATED: 'Authenticated',
  PERMITTED: 'Permitted to read',
  PROFILE: 'Profile found',
};

export function titleOf(step: Step): string {
  return TITLES[step.part];
}

/** One sentence for who cannot see the steps. */
export function verdict(test: ConnectionTest): string {
  const failed = test.steps.find((step) => step.state === 'FAILED');
  if (failed !== undefined) {
    return `The connection fails at: ${titleOf(failed)}.`;
  }
  return test.joining.length > 0 ? `${test.gateway} joins by itself; what is to be done stands below.` : `The connection to ${test.gateway} works.`;
}
