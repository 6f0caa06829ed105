import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useUrl } from './url';

/** Whether differences stand in one column or in two. */
export function DiffView() {
  const { get, set } = useUrl();
  const beside = get('diff') === 'beside';
  return (
    <ToggleGroup aria-label="How differences are shown" isCompact>
      <ToggleGroupItem text="Unified" isSelected={!beside} onChange={() => set({ diff: '' })} />
      <ToggleGroupItem text="Side by side" isSelected={beside} onChange={() => set({ diff: 'beside' })} />
    </ToggleGroup>
  );
}
