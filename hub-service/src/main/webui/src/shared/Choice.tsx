import { FormSelect, FormSelectOption, ToolbarItem } from '@patternfly/react-core';
import { useUrl } from './url';

interface Props {
  name: string;
  label: string;
  options: string[];
  /** What the empty choice means. */
  all?: string;
  fallback?: string;
}

/** One choice of a list, kept in the address. */
export function Choice({ name, label, options, all, fallback = '' }: Props) {
  const { get, set } = useUrl();
  const chosen = get(name, fallback);
  const known = chosen === '' || options.includes(chosen) ? options : [chosen, ...options];
  return (
    <ToolbarItem>
      <FormSelect
        aria-label={label}
        value={chosen}
        onChange={(_, value) => set({ [name]: value, page: '' })}
      >
        {all !== undefined && <FormSelectOption value="" label={all} />}
        {known.map((option) => (
          <FormSelectOption key={option} value={option} label={option} />
        ))}
      </FormSelect>
    </ToolbarItem>
  );
}
