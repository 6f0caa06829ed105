import { useEffect, useMemo } from 'react';
import type { Schemas } from '../../api/hub';
import { DocumentForm } from '../../shared/DocumentForm';
import { FidelityPanel } from './FidelityPanel';
import { useFidelity } from './useFidelity';
import { known } from './knownProblems';

interface Props {
  initial: string;
  onStored: (applied: Schemas['AppliedDocument'][]) => void;
  onText?: (text: string) => void;
}

/** Policies as text, and what they would come to on each gateway. */
export function PolicyEditor({ initial, onStored, onText }: Props) {
  const { live, type } = useFidelity();
  useEffect(() => type(initial), [initial, type]);
  const problems = useMemo(() => known(live), [live]);
  const typed = useMemo(
    () => (text: string) => {
      type(text);
      onText?.(text);
    },
    [type, onText],
  );
  return (
    <DocumentForm
      label="Policy document"
      kind="policy"
      initial={initial}
      onStored={onStored}
      onText={typed}
      problems={problems}
      beside={<FidelityPanel live={live} />}
    />
  );
}
