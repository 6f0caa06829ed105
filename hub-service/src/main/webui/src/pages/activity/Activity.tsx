import { Alert, Button, Content, Flex } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Nothing } from '../../shared/Nothing';
import { count } from '../../shared/numbers';
import { Page } from '../../shared/Page';
import { Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { linkOf, shortened } from './subject';

type Entry = Schemas['AuditRecord'];

const SIZE = 100;

/** Who did what, newest first. */
export default function Activity() {
  const { get, set } = useUrl();
  const before = get('before');
  const query = { limit: SIZE, ...(/^\d+$/.test(before) ? { before: Number(before) } : {}) };
  const records = useQuery({
    queryKey: ['audit', before],
    queryFn: () => answered<Entry[]>(hub.GET('/api/audit', { params: { query } })),
    refetchInterval: before === '' ? LIVE : false,
  });
  return (
    <Page title="Activity" about="The record of who did what. Each entry is chained to the one before." actions={<Verify />}>
      <Asked query={records} what="The record">
        {(rows) =>
          rows.length === 0 ? (
            before === '' ? (
              <Nothing title="Nothing was done yet">Whatever changes documents, plans or credentials is written here.</Nothing>
            ) : (
              <Content component="p">
                There is nothing before number {before}. <Link to="/activity">To the newest</Link>
              </Content>
            )
          ) : (
            <>
              <Rows rows={rows} />
              <Flex>
                {before !== '' && <Button variant="secondary" onClick={() => set({ before: '' })}>Newest</Button>}
                {rows.length === SIZE && (
                  <Button variant="secondary" onClick={() => set({ before: String(rows.at(-1)?.seq ?? '') })}>
                    Older
                  </Button>
                )}
                <CopyAs what="CLI command" text={() => command('get', 'audit')} />
              </Flex>
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function Rows({ rows }: { rows: Entry[] }) {
  return (
    <Table aria-label="Activity" variant="compact">
      <Thead>
        <Tr>
          <Th modifier="nowrap">Number</Th>
          <Th modifier="nowrap">When</Th>
          <Th modifier="nowrap">Who</Th>
          <Th modifier="nowrap">Did</Th>
          <Th modifier="nowrap">To</Th>
          <Th modifier="nowrap">Detail</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const link = linkOf(row.subject);
          return (
            <Tr key={row.seq}>
              <Td dataLabel="Number">{row.seq}</Td>
              <Td dataLabel="When">
                <When at={row.at} />
              </Td>
              <Td dataLabel="Who">{row.actor}</Td>
              <Td dataLabel="Did">{row.action}</Td>
              <Td dataLabel="To" title={row.subject}>
                {link ? <Link to={link}>{shortened(row.subject)}</Link> : row.subject}
              </Td>
              <Td dataLabel="Detail" modifier="breakWord">
                {row.detail !== '{}' && <code>{row.detail}</code>}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

function Verify() {
  const verify = useMutation({
    mutationFn: () => answered<Schemas['AuditVerdict']>(hub.GET('/api/audit/verify')),
  });
  return (
    <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsFlexEnd' }}>
      <Button variant="secondary" onClick={() => verify.mutate()} isLoading={verify.isPending} isDisabled={verify.isPending}>
        Check the chain
      </Button>
      {verify.isError && <Problems failure={verify.error} />}
      {verify.data && (
        <Alert
          isInline
          variant={verify.data.intact ? 'success' : 'danger'}
          title={
            verify.data.intact
              ? `Whole: ${count(verify.data.records)} records agree`
              : `Broken at number ${verify.data.brokenAt ?? '?'}: ${verify.data.reason ?? ''}`
          }
        />
      )}
    </Flex>
  );
}
