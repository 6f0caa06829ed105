import { Alert, Button, Flex, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useState, type FocusEvent } from 'react';
import { Link } from 'react-router';
import { Heads } from '../../shared/Heads';
import { count, millis, plural } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { bothTimes } from '../../shared/time';
import { changed, useUrl } from '../../shared/url';
import { at, hasStatus, newer } from './live';
import { liveQuery, type Question } from './question';
import { useLive, type LiveRequest } from './useLive';

const STATUSES = ['2xx', '3xx', '4xx', '429', '5xx', '0'];

/** Requests as they happen. Nothing moves under the pointer or the focus: what comes then waits. */
export function LiveTail({ question }: { question: Question }) {
  const { params, get, set } = useUrl();
  const live = useLive(liveQuery(question));
  const [held, setHeld] = useState<LiveRequest[]>();
  const [resting, setResting] = useState<LiveRequest[]>();
  const status = get('status');
  const shown = held ?? resting ?? live.requests;
  const rows = shown.filter((row) => hasStatus(row, status));
  const waiting = newer(live.requests, shown);
  const rest = () => setResting((now) => now ?? live.requests);
  const left = (event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && setResting(undefined);
  return (
    <div className="stack">
      {live.failure !== undefined && live.state === 'broken' && <Problems failure={live.failure} title="The stream broke" />}
      {live.dropped > 0 && <Alert isInline variant="warning" title={`${plural(live.dropped, 'request')} left out: this page could not keep up.`} />}
      <Flex alignItems={{ default: 'alignItemsCenter' }}>
        <Button variant="secondary" size="sm" onClick={() => setHeld(held === undefined ? live.requests : undefined)} aria-pressed={held !== undefined}>
          {held === undefined ? 'Pause' : 'Go on'}
        </Button>
        <FormSelect aria-label="Status" value={status} onChange={(_, value) => set({ status: value })}>
          <FormSelectOption value="" label="Any status" />
          {(status === '' || STATUSES.includes(status) ? STATUSES : [status, ...STATUSES]).map((one) => (
            <FormSelectOption key={one} value={one} label={one === '0' ? 'client gone' : one} />
          ))}
        </FormSelect>
        <span>
          {live.state === 'open' ? `Connected; ${count(rows.length)} of the last ${count(shown.length)} since this page was opened.` : live.state === 'connecting' ? 'Connecting.' : 'Not connected; trying again.'}
          {waiting > 0 && ` ${count(waiting)} more came meanwhile.`}
        </span>
      </Flex>
      <div className="tail" onMouseEnter={rest} onMouseLeave={() => setResting(undefined)} onFocus={rest} onBlur={left} tabIndex={0} role="region" aria-label="Live requests">
        <Table aria-label="Requests as they happen" variant="compact" isStickyHeader>
          <Heads names={['Time', 'Gateway', 'Status', 'Request', 'Route', 'Took']} />
          <Tbody>
            {rows.map((row) => (
              <Tr key={`${row.source} ${row.id}`}>
                <Td dataLabel="Time">
                  <Link to={`?${changed(params, { event: row.id, of: at(row, 'entente.gateway') })}`} title={bothTimes(row.time)}>
                    {row.time.slice(11, 23)}
                  </Link>
                </Td>
                <Td dataLabel="Gateway">{at(row, 'entente.gateway')}</Td>
                <Td dataLabel="Status">{at(row, 'http.response.status_code') || 'client gone'}</Td>
                <Td dataLabel="Request" modifier="breakWord">
                  <code>
                    {at(row, 'http.request.method')} {at(row, 'url.path')}
                  </code>
                </Td>
                <Td dataLabel="Route">{[at(row, 'entente.api'), at(row, 'entente.route')].filter(Boolean).join('/')}</Td>
                <Td dataLabel="Took">{millis(Number(at(row, 'entente.duration_ns')) / 1e6)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </div>
  );
}
