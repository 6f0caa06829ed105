import { FormSelect, FormSelectOption, TextInput, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { bothTimes } from '../../shared/time';
import { useUrl } from '../../shared/url';
import { DEFAULT_RANGE, RANGES } from './question';

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
          <InstantField key={`from ${from}`} label="From" value={from} onSet={(value) => set({ from: value })} />
          <InstantField key={`to ${to}`} label="To" value={to} onSet={(value) => set({ to: value })} />
        </>
      )}
    </>
  );
}

/** Asked only once it is left or Enter is pressed: half an instant is none. */
function InstantField({ label, value, onSet }: { label: string; value: string; onSet: (value: string) => void }) {
  const [text, setText] = useState(value);
  return (
    <ToolbarItem>
      <TextInput
        aria-label={label}
        value={text}
        title={bothTimes(value)}
        placeholder="2026-11-21T10:00:00Z"
        onChange={(_, next) => setText(next)}
        onBlur={() => text !== value && onSet(text.trim())}
        onKeyDown={(event) => event.key === 'Enter' && onSet(text.trim())}
      />
    </ToolbarItem>
  );
}

function iso(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}
