import { Button, FormSelect, FormSelectOption, TextInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, hub } from '../../api/hub';
import type { EventsPage } from '../../api/traffic';
import { Heads } from '../../shared/Heads';
import { LateField } from '../../shared/LateField';
import { count, millis } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { EventLink } from './EventLink';
import { Export } from './Export';
import { chosenOf, type Question } from './question';

const STATUSES = ['2xx', '3xx', '4xx', '401', '403', '429', '5xx', '0'];
const PAGE = 100;
const MOST_PAGES = 20;

/** Requests one by one, the newest first; older ones on demand. */
export function Events({ question }: { question: Question }) {
  const { params, set } = useUrl();
  const chosen = chosenOf(params);
  const { status = '', minMillis = '', trace = '' } = chosen;
  const events = useInfiniteQuery({
    queryKey: ['traffic', 'events', question, chosen],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered<EventsPage>(
        hub.GET('/api/traffic/events', {
          params: {
            query: {
              ...question,
              ...chosen,
              ...(pageParam ? { cursor: pageParam } : {}),
              limit: String(PAGE),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    maxPages: MOST_PAGES,
  });
  const rows = events.data?.pages.flatMap((page) => page.events) ?? [];
  const known = status === '' || STATUSES.includes(status) ? STATUSES : [status, ...STATUSES];
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <FormSelect aria-label="Status" value={status} onChange={(_, value) => set({ status: value })}>
              <FormSelectOption value="" label="Any status" />
              {known.map((one) => (
                <FormSelectOption key={one} value={one} label={one === '0' ? 'client gone' : one} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <TextInput
              aria-label="Took at least, in milliseconds"
              placeholder="Took at least … ms"
              type="number"
              value={minMillis}
              onChange={(_, value) => set({ minMillis: value.replace(/\D/g, '').slice(0, 9) })}
            />
          </ToolbarItem>
          <LateField key={`trace ${trace}`} label="Trace" placeholder="Trace id or traceparent" value={trace} onSet={(value) => set({ trace: value })} />
          <ToolbarItem>
            <Button variant="secondary" onClick={() => void events.refetch()} isLoading={events.isRefetching} isDisabled={events.isFetching}>
              Look again
            </Button>
          </ToolbarItem>
          <ToolbarItem>
            <Export question={question} chosen={chosen} />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {events.isError && <Problems failure={events.error} title="The events" />}
      {events.isSuccess && rows.length === 0 && <p role="status">No request in this time, or none that was chosen.</p>}
      {rows.length > 0 && (
        <div className="wide">
          <Table aria-label="Events" variant="compact">
            <Heads names={['When', 'Status', 'Gateway', 'Request', 'Route', 'Decision', 'Took']} />
            <Tbody>
              {rows.map((row) => (
                <Tr key={`${row.gateway} ${row.id} ${row.time}`}>
                  <Td dataLabel="When">
                    <EventLink row={row} />
                  </Td>
                  <Td dataLabel="Status">{row.status === 0 ? 'client gone' : row.status}</Td>
                  <Td dataLabel="Gateway">{row.gateway}</Td>
                  <Td dataLabel="Request" modifier="breakWord">
                    <code>
                      {row.method} {row.path}
                    </code>
                  </Td>
                  <Td dataLabel="Route">{[row.api, row.route].filter(Boolean).join('/')}</Td>
                  <Td dataLabel="Decision">{row.decision ?? ''}</Td>
                  <Td dataLabel="Took">{millis(row.durationMillis)}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      {rows.length > 0 && (
        <p>
          {count(rows.length)} shown.{' '}
          {events.hasNextPage && (
            <Button variant="link" isInline onClick={() => void events.fetchNextPage()} isLoading={events.isFetchingNextPage} isDisabled={events.isFetching}>
              Show older ones
            </Button>
          )}
        </p>
      )}
    </>
  );
}
