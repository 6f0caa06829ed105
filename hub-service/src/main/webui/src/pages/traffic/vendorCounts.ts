import type { VendorCounts } from '../../api/traffic';

type Series = VendorCounts['series'][number];
type Bucket = Series['buckets'][number];

/** What a vendor counted of one group over the whole time. */
export interface VendorRow {
  key: string;
  gateway: string;
  group: string;
  api: string;
  provenance: string;
  requests?: number;
  errors?: number;
  policyErrors?: number;
  targetErrors?: number;
  meanMillis?: number;
  /** Whether some of it may still change. */
  provisional: boolean;
}

export function vendorRows(answer: VendorCounts): VendorRow[] {
  return answer.series.map((series) => {
    const requests = sum(series.buckets, (bucket) => bucket.requests);
    const latency = sum(series.buckets, (bucket) => bucket.latencyMillisSum);
    const row: VendorRow = {
      key: `${series.gateway} ${series.provenance} ${JSON.stringify(series.dimensions)}`,
      gateway: series.gateway,
      group: Object.values(series.dimensions).join(', '),
      api: series.api ?? '',
      provenance: series.provenance,
      provisional: series.buckets.some((bucket) => bucket.provisional),
    };
    return {
      ...row,
      ...known('requests', requests),
      ...known('errors', sum(series.buckets, (bucket) => bucket.errors)),
      ...known('policyErrors', sum(series.buckets, (bucket) => bucket.policyErrors)),
      ...known('targetErrors', sum(series.buckets, (bucket) => bucket.targetErrors)),
      ...known('meanMillis', latency !== undefined && requests ? latency / requests : undefined),
    };
  });
}

/** A sum of which a part is not known is not known. */
function sum(buckets: Bucket[], read: (bucket: Bucket) => number | null): number | undefined {
  let total = 0;
  for (const bucket of buckets) {
    const value = read(bucket);
    if (value === null || value === undefined) {
      return undefined;
    }
    total += value;
  }
  return total;
}

function known<K extends string>(name: K, value: number | undefined): Partial<Record<K, number>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<K, number>>);
}
