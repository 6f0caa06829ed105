import { useNow } from './now';
import { bothTimes, relative } from './time';

/** An instant in words; the exact one on hover. */
export function When({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={bothTimes(at)}>
      {relative(at, now)}
    </time>
  );
}
