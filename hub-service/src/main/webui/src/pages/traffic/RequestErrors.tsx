import { ToolbarItem } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { Listing, type Column } from '../../shared/Listing';
import { millis } from '../../shared/numbers';
import { useUrl } from '../../shared/url';
import { EventLink } from './EventLink';
import type { Question } from './question';

type Request = Schemas['RecordedRequest'];

const LIMIT = 200;

const COLUMNS: Column<Request>[] = [
  { key: 'time', title: 'When', value: (row) => row.time, show: (row) => <EventLink row={row} /> },
  { key: 'status', title: 'Status', value: (row) => row.status, show: (row) => (row.status === 0 ? 'client gone' : row.status) },
  { key: 'gateway', title: 'Gateway', value: (row) => row.gateway },
  { key: 'request', long: true, title: 'Request', value: (row) => `${row.method} ${row.path}`, show: (row) => <code>{`${row.method} ${row.path}`}</code> },
  { key: 'route', title: 'Route', value: (row) => [row.api, row.route].filter(Boolean).join('/') },
  { key: 'decision', title: 'Decision', value: (row) => row.decision ?? '' },
  { key: 'duration', title: 'Took', value: (row) => row.durationMillis, show: (row) => millis(row.durationMillis) },
  { key: 'consumer', title: 'Consumer', value: (row) => row.consumer ?? '' },
];

/** The last requests that went wrong, from a status on. */
export function RequestErrors({ question }: { question: Question }) {
  const { get } = useUrl();
  const minStatus = get('minStatus', '500');
  const errors = useQuery({
    queryKey: ['traffic', 'errors', question, minStatus],
    queryFn: () =>
      answered<Schemas['Errors']>(
        hub.GET('/api/traffic/errors', { params: { query: { ...question, minStatus, limit: String(LIMIT) } } }),
      ),
    refetchInterval: question.to === undefined ? LIVE : false,
    placeholderData: keepPreviousData,
  });
  return (
    <Asked query={errors} what="The errors">
      {(answer) => (
        <Listing
          label="errors"
          prefix="e."
          rows={answer.requests}
          columns={COLUMNS}
          rowKey={(row) => `${row.gateway} ${row.id}`}
          first={{ key: 'time', down: true }}
          filters={
            <>
              <Choice name="minStatus" label="From status" options={['400', '429', '500']} fallback="500" />
              {answer.requests.length === LIMIT && <ToolbarItem alignSelf="center">The last {LIMIT} only</ToolbarItem>}
            </>
          }
          nothing={<p>No request was answered with {minStatus} or above in this time.</p>}
        />
      )}
    </Asked>
  );
}
