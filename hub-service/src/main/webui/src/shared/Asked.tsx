import { Bullseye, Spinner } from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problems } from './Problems';

interface Props<T> {
  query: UseQueryResult<T>;
  what: string;
  children: (data: T) => ReactNode;
}

/** What was asked of the hub: on its way, refused, or there. An older answer stays when a newer call fails, and says so. */
export function Asked<T>({ query, what, children }: Props<T>) {
  if (query.data === undefined) {
    return query.isError ? (
      <Problems failure={query.error} title={what} />
    ) : (
      <Bullseye>
        <Spinner size="lg" aria-label={`Loading ${what}`} />
      </Bullseye>
    );
  }
  return (
    <>
      {query.isError && <Problems failure={query.error} title={`${what} may be out of date`} />}
      {children(query.data)}
    </>
  );
}
