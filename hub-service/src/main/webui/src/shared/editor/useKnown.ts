import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, hub } from '../../api/hub';
import { useApis, useGateways } from '../../api/queries';
import { namesOf, NO_NAMES, type Names } from './names';
import type { Schema } from './schema';

/** The kinds of documents that the hub has a schema of. */
export type DocumentKind = 'policy' | 'api' | 'gateway';

const READ: Record<DocumentKind, () => Promise<Schema>> = {
  policy: () => answered(hub.GET('/api/schemas/policy')),
  api: () => answered(hub.GET('/api/schemas/api')),
  gateway: () => answered(hub.GET('/api/schemas/gateway')),
};

/** The schema of a kind of document; it is the same as long as the hub runs. */
export function useSchema(kind: DocumentKind | undefined): Schema | undefined {
  return useQuery({
    queryKey: ['schema', kind],
    queryFn: () => (kind === undefined ? {} : READ[kind]()),
    enabled: kind !== undefined,
    staleTime: Infinity,
  }).data;
}

/** Names that documents may refer to. */
export function useNames(): Names {
  const gateways = useGateways().data;
  const apis = useApis().data;
  return useMemo(() => (gateways || apis ? namesOf(gateways ?? [], apis ?? []) : NO_NAMES), [gateways, apis]);
}
