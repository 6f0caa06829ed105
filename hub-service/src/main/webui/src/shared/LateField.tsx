import { TextInput, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';

/** A text of a toolbar that is asked for only once it is left or Enter is pressed: half an instant is none. */
export function LateField(props: { label: string; placeholder: string; title?: string; value: string; onSet: (value: string) => void }) {
  const { label, placeholder, title, value, onSet } = props;
  const [text, setText] = useState(value);
  return (
    <ToolbarItem>
      <TextInput
        aria-label={label}
        value={text}
        title={title}
        placeholder={placeholder}
        onChange={(_, next) => setText(next)}
        onBlur={() => text !== value && onSet(text.trim())}
        onKeyDown={(event) => event.key === 'Enter' && onSet(text.trim())}
      />
    </ToolbarItem>
  );
}
