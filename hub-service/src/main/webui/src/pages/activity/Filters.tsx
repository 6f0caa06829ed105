import { Button, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { Choice } from '../../shared/Choice';
import { useUrl } from '../../shared/url';
import { SPANS } from './asked';

const TEXTS = [
  ['who', 'Who', 'Who, exactly'],
  ['what', 'What', 'What, e.g. drift'],
  ['object', 'Object', 'Object, e.g. gateway/edge'],
] as const;

/** Who, what, to what and when; all of it in the address. */
export function Filters() {
  const { get, set } = useUrl();
  const any = ['who', 'what', 'object', 'span', 'before'].some((name) => get(name) !== '');
  return (
    <Toolbar>
      <ToolbarContent>
        {TEXTS.map(([name, label, hint]) => (
          <ToolbarItem key={name}>
            <Typed label={label} hint={hint} value={get(name)} onDone={(text) => set({ [name]: text, before: '' })} />
          </ToolbarItem>
        ))}
        <Choice name="span" label="Time" options={SPANS} all="Any time" />
        {any && (
          <ToolbarItem>
            <Button variant="link" onClick={() => set({ who: '', what: '', object: '', span: '', before: '' })}>
              Clear all
            </Button>
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}

/** The hub is asked when typing pauses, not at every letter. */
function Typed({ label, hint, value, onDone }: { label: string; hint: string; value: string; onDone: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const pause = setTimeout(() => onDone(text), 300);
    return () => clearTimeout(pause);
  });
  return <SearchInput aria-label={label} placeholder={hint} value={text} onChange={(_, typed) => setText(typed)} onSearch={() => onDone(text)} onClear={() => onDone('')} />;
}
