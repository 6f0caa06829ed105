import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The parameters with some of them changed; an empty one is left out of the address. */
export function changed(from: URLSearchParams, changes: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(from);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** What a page shows, kept in its address. `set` replaces the entry in the history, so Back leaves the page. */
export function useUrl() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string>) => {
      setParams((current) => changed(current, changes), { replace: true });
    },
    [setParams],
  );
  return { params, get: (name: string, fallback = '') => params.get(name) ?? fallback, set };
}
