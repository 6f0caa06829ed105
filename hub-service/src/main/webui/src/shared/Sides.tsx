import type { Tree } from '../api/answers';
import { Diff } from './Diff';
import { bytes } from './numbers';
import { shown } from './tree';
import { useUrl } from './url';

interface Props {
  object: string;
  path: string;
  before?: Tree | undefined;
  after?: Tree | undefined;
  beforeSize?: number | undefined;
  afterSize?: number | undefined;
  diff?: string | undefined;
  leftOut?: number | undefined;
}

/** Both sides of one difference: as text where the hub gives one, else the two values. */
export function Sides({ object, path, before, after, beforeSize, afterSize, diff, leftOut }: Props) {
  const { get } = useUrl();
  if (diff !== undefined) {
    return <Diff text={diff} leftOut={leftOut ?? 0} label={`Difference of ${object} ${path}`} />;
  }
  return (
    <div className={get('diff') === 'beside' ? 'sides sides-beside' : 'sides'}>
      {before !== undefined && <Side sign="−" name="before" value={before} size={beforeSize} />}
      {after !== undefined && <Side sign="+" name="after" value={after} size={afterSize} />}
    </div>
  );
}

function Side({ sign, name, value, size }: { sign: string; name: string; value: Tree | undefined; size: number | undefined }) {
  return (
    <pre className={`side side-${name}`} aria-label={name}>
      <span aria-hidden>{sign} </span>
      {shown(value)}
      {size !== undefined && ` (${bytes(size)})`}
    </pre>
  );
}
