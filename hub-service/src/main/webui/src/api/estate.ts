import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from './hub';

export type EstateRow = Schemas['EstateRow'];
export type EstatePage = Schemas['EstatePage'];
export type FoundApi = Schemas['FoundApiView'];
export type ApiPlaces = Schemas['ApiPlaces'];
export type ApiExplanation = Schemas['ApiExplanation'];
export type RouteView = Schemas['RouteView'];
export type PolicyView = Schemas['PolicyView'];

/** What the hub is asked to choose by. */
export interface EstateFilter {
  vendor: string;
  gateway: string;
  labels: string;
  managed: string;
}

export interface Whole {
  revision: string;
  rows: EstateRow[];
  unread: string[];
}

const PAGE = 5_000;
const EACH = 20_000;

/** The whole estate, page after page, until the hub says that there is no more. */
async function all(filter: EstateFilter): Promise<Whole> {
  const rows: EstateRow[] = [];
  const revisions: string[] = [];
  let cursor = '';
  for (;;) {
    const page = await answered<EstatePage>(hub.GET('/api/estate', { params: { query: { ...filter, limit: String(PAGE), cursor } } }));
    rows.push(...page.rows);
    revisions.push(page.revision);
    if (!page.next) {
      return { revision: revisions.join(), rows, unread: page.unread };
    }
    cursor = page.next;
  }
}

/** An answer that says the same stays the same object: ten thousand rows are not compared, sorted and drawn again. */
function unchanged(before: unknown, now: unknown): unknown {
  return (before as Whole | undefined)?.revision === (now as Whole).revision ? before : now;
}

export const useEstate = (filter: EstateFilter) =>
  useQuery({ queryKey: ['estate', filter], queryFn: () => all(filter), refetchInterval: EACH, structuralSharing: unchanged });

export const foundApi = (gateway: string, ref: string) => ({
  queryKey: ['estate', 'found', gateway, ref],
  queryFn: () => answered<FoundApi>(hub.GET('/api/estate/found', { params: { query: { gateway, ref } } })),
});

export const apiPlaces = (api: string) => ({
  queryKey: ['estate', 'api', api],
  queryFn: () => answered<ApiPlaces>(hub.GET('/api/estate/apis/{api}', { params: { path: { api } } })),
});

export const apiExplanation = (api: string) => ({
  queryKey: ['explain', 'api', api],
  queryFn: () => answered<ApiExplanation>(hub.GET('/api/explain/apis/{api}', { params: { path: { api } } })),
});
