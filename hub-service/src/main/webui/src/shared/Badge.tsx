import { Label, type LabelProps } from '@patternfly/react-core';

type Tone = NonNullable<LabelProps['status']> | 'plain';

const TONES: Record<string, Tone> = {
  // plans
  PROPOSED: 'info',
  APPROVED: 'info',
  APPLYING: 'info',
  APPLIED: 'success',
  FAILED: 'danger',
  INTERRUPTED: 'warning',
  STALE: 'warning',
  // steps
  PLANNED: 'plain',
  SENDING: 'info',
  DONE: 'success',
  REFUSED: 'danger',
  UNKNOWN: 'warning',
  // reads and nodes
  COMPLETE: 'success',
  PARTIAL: 'warning',
  SYNCED: 'success',
  PENDING: 'info',
  REJECTED: 'danger',
  // fidelity
  EXACT: 'success',
  'EXACT (unverified)': 'success',
  APPROXIMATE: 'warning',
  UNSUPPORTED: 'danger',
  // telemetry
  MEASURED: 'success',
  WAITING: 'info',
  NOT_MEASURED: 'plain',
  FAILING: 'danger',
};

/** A state by its name, coloured; the name says it all without the colour. */
export function Badge({ state }: { state: string }) {
  const tone = TONES[state] ?? 'plain';
  const name = state.toLowerCase().replaceAll('_', ' ');
  return tone === 'plain' ? (
    <Label isCompact variant="outline">
      {name}
    </Label>
  ) : (
    <Label isCompact status={tone}>
      {name}
    </Label>
  );
}
