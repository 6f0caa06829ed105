import { Card, CardBody, CardTitle, Content, List, ListItem } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, hub } from '../../api/hub';
import type { VendorCounts } from '../../api/traffic';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Listing, type Column } from '../../shared/Listing';
import { count, millis } from '../../shared/numbers';
import { When } from '../../shared/When';
import type { Question } from './question';
import { vendorRows, type VendorRow } from './vendorCounts';

const number = (value: number | undefined) => (value === undefined ? '—' : count(value));

const COLUMNS: Column<VendorRow>[] = [
  { key: 'gateway', title: 'Gateway', value: (row) => row.gateway },
  { key: 'group', long: true, title: 'As the vendor groups', value: (row) => row.group },
  { key: 'api', title: 'API', value: (row) => row.api },
  { key: 'requests', title: 'Requests', value: (row) => row.requests ?? -1, show: (row) => number(row.requests) },
  { key: 'errors', title: 'Errors', value: (row) => row.errors ?? -1, show: (row) => number(row.errors) },
  { key: 'policy', title: 'By policies', value: (row) => row.policyErrors ?? -1, show: (row) => number(row.policyErrors) },
  { key: 'target', title: 'By targets', value: (row) => row.targetErrors ?? -1, show: (row) => number(row.targetErrors) },
  { key: 'mean', title: 'Mean time', value: (row) => row.meanMillis ?? -1, show: (row) => (row.meanMillis === undefined ? '—' : millis(row.meanMillis)) },
  { key: 'state', title: 'State', value: (row) => (row.provisional ? 'provisional' : 'final') },
];

/** Counts that a vendor made by itself, beside those of events and never mixed with them. */
export function VendorFigures({ question }: { question: Question }) {
  const { from, to, gateway, api } = question;
  const query = { from, ...(to ? { to } : {}), ...(gateway ? { gateway } : {}), ...(api ? { api } : {}) };
  const counts = useQuery({
    queryKey: ['traffic', 'aggregates', query],
    queryFn: () => answered<VendorCounts>(hub.GET('/api/traffic/aggregates', { params: { query } })),
    refetchInterval: to === undefined ? 30_000 : false,
    placeholderData: keepPreviousData,
  });
  if (counts.data !== undefined && counts.data.gateways.length === 0 && counts.data.series.length === 0) {
    return null;
  }
  return (
    <Card isCompact component="section" aria-label="Counted by the vendor">
      <CardTitle component="h2">Counted by the vendor, not from events</CardTitle>
      <CardBody>
        <Asked query={counts} what="The counts of the vendors">
          {(answer) => (
            <div className="stack">
              <Content component="small">{answer.note}</Content>
              <List isPlain>
                {answer.gateways.map((source) => (
                  <ListItem key={source.gateway}>
                    {source.gateway} ({source.provenance}) <Badge state={source.state} />
                    {source.completeAt && (
                      <>
                        {' '}
                        counts up to <When at={source.completeAt} />
                      </>
                    )}
                    {source.problem && ` ${source.problem}`}
                  </ListItem>
                ))}
              </List>
              <Listing
                label="counts of the vendors"
                prefix="v."
                rows={vendorRows(answer)}
                columns={COLUMNS}
                rowKey={(row) => row.key}
                first={{ key: 'requests', down: true }}
                nothing={<p>The vendor has said nothing of this time yet.</p>}
              />
              {answer.more && <Content component="small">More buckets than an answer holds; ask a shorter time for all.</Content>}
            </div>
          )}
        </Asked>
      </CardBody>
    </Card>
  );
}
