import { Content, Flex, FormSelect, FormSelectOption } from '@patternfly/react-core';
import type { StoredPolicy } from '../../api/answers';
import { yamlOf } from '../../shared/copy';
import { Diff } from '../../shared/Diff';
import { unified } from '../../shared/unified';
import { useUrl } from '../../shared/url';
import { versionPair } from './versionPair';

/** What changed between any two versions of a policy. */
export function VersionDiff({ versions }: { versions: StoredPolicy[] }) {
  const { get, set } = useUrl();
  const numbers = versions.map((one) => one.version);
  const pair = versionPair(numbers, get('from'), get('to'));
  if (pair === undefined) {
    return <Content component="p">There is one version only; the next one can be compared with it.</Content>;
  }
  const [from, to] = pair;
  const text = (number: number) => yamlOf(versions.find((one) => one.version === number)?.document ?? null);
  const diff = unified(text(from), text(to));
  return (
    <div className="stack">
      <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
        <span>From</span>
        <Version label="From version" value={from} numbers={numbers} onChange={(next) => set({ from: next, to: String(to) })} />
        <span>to</span>
        <Version label="To version" value={to} numbers={numbers} onChange={(next) => set({ from: String(from), to: next })} />
      </Flex>
      {diff === '' ? (
        <Content component="p">The two versions say the same.</Content>
      ) : (
        <Diff text={diff} label={`From version ${from} to version ${to}`} />
      )}
    </div>
  );
}

interface VersionProps {
  label: string;
  value: number;
  numbers: number[];
  onChange: (next: string) => void;
}

function Version({ label, value, numbers, onChange }: VersionProps) {
  return (
    <FormSelect aria-label={label} className="tiny" value={String(value)} onChange={(_, next) => onChange(next)}>
      {[...numbers]
        .sort((a, b) => b - a)
        .map((one) => (
          <FormSelectOption key={one} value={String(one)} label={`version ${one}`} />
        ))}
    </FormSelect>
  );
}
