import { useNow } from './now';
import { relative } from './time';

/** An instant in words; the exact one on hover. */
export function When({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={at}>
      {relative(at, now)}
    </time>
  );
}
