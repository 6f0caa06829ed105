import { Alert, Button, Content, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { count, millis, plural } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { liveQuery, type Question } from './question';
import { useLive, type LiveRequest } from './useLive';

/** Requests as they happen; pausing keeps what is shown while more come in. */
export function LiveTail({ question }: { question: Question }) {
  const live = useLive(liveQuery(question));
  const [held, setHeld] = useState<LiveRequest[]>();
  const [opened, setOpened] = useState<LiveRequest>();
  const rows = held ?? live.requests;
  return (
    <div className="stack">
      {live.failure !== undefined && live.state === 'broken' && <Problems failure={live.failure} title="The stream broke" />}
      {live.dropped > 0 && <Alert isInline variant="warning" title={`${plural(live.dropped, 'request')} left out: this page could not keep up.`} />}
      <Content component="p">
        <Button variant="secondary" size="sm" onClick={() => setHeld(held === undefined ? live.requests : undefined)}>
          {held === undefined ? 'Pause' : 'Go on'}
        </Button>{' '}
        {live.state === 'open' ? `Connected; the last ${count(rows.length)} since this page was opened.` : live.state === 'connecting' ? 'Connecting.' : 'Not connected; trying again.'}
      </Content>
      <Table aria-label="Requests as they happen" variant="compact">
        <Thead>
          <Tr>
            <Th modifier="nowrap">Time</Th>
            <Th modifier="nowrap">Gateway</Th>
            <Th modifier="nowrap">Status</Th>
            <Th modifier="nowrap">Request</Th>
            <Th modifier="nowrap">Route</Th>
            <Th modifier="nowrap">Took</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={`${row.source} ${row.id}`}>
              <Td dataLabel="Time">
                <Button variant="link" isInline onClick={() => setOpened(row)}>
                  {row.time.slice(11, 23)}
                </Button>
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
      {opened && <Detail request={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function Detail({ request, onClose }: { request: LiveRequest; onClose: () => void }) {
  const hidden = request.data['entente.not_observable'];
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="event-title">
      <ModalHeader title={`Request ${request.id}`} labelId="event-title" />
      <ModalBody>
        {Array.isArray(hidden) && hidden.length > 0 && (
          <Alert isInline variant="info" title={`Not observable on this gateway: ${hidden.join(', ')}`} />
        )}
        <CopyAs what="YAML" text={() => yamlOf(request)} />
        <pre className="code" tabIndex={0} aria-label="The event as YAML">
          {yamlOf(request)}
        </pre>
      </ModalBody>
    </Modal>
  );
}

function at(request: LiveRequest, name: string): string {
  const value = request.data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
