import { FormSelect, FormSelectOption, ToolbarItem } from '@patternfly/react-core';
import { LateField } from '../../shared/LateField';
import { bothTimes } from '../../shared/time';
import { useUrl } from '../../shared/url';
import { DEFAULT_RANGE, RANGES } from './question';

const INSTANT = '2026-11-21T10:00:00Z';

/** A stretch before now, or two instants. */
export function RangeFields() {
  const { get, set } = useUrl();
  const from = get('from', DEFAULT_RANGE);
  const to = get('to');
  const exact = to !== '' || !RANGES.includes(from);
  const choose = (value: string) => {
    if (value === 'exact') {
      const now = Date.now();
      set({ from: iso(now - 3_600_000), to: iso(now) });
    } else {
      set({ from: value, to: '' });
    }
  };
  return (
    <>
      <ToolbarItem>
        <FormSelect aria-label="Time" value={exact ? 'exact' : from} onChange={(_, value) => choose(value)}>
          {RANGES.map((range) => (
            <FormSelectOption key={range} value={range} label={`Last ${range.slice(1)}`} />
          ))}
          <FormSelectOption value="exact" label="From … to …" />
        </FormSelect>
      </ToolbarItem>
      {exact && (
        <>
          <LateField key={`from ${from}`} label="From" placeholder={INSTANT} title={bothTimes(from)} value={from} onSet={(value) => set({ from: value })} />
          <LateField key={`to ${to}`} label="To" placeholder={INSTANT} title={bothTimes(to)} value={to} onSet={(value) => set({ to: value })} />
        </>
      )}
    </>
  );
}

function iso(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}
