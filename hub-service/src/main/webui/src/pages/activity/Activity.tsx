import { Button, Content, Flex } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Heads } from '../../shared/Heads';
import { Nothing } from '../../shared/Nothing';
import { useNow } from '../../shared/now';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { filtered, questionOf, SIZE } from './asked';
import { Chain } from './Chain';
import { Entry } from './Entry';
import { Filters } from './Filters';
import { linkOf, shortened } from './subject';

type Row = Schemas['AuditRecord'];

/** Who did what, newest first. */
export default function Activity() {
  const { get, set } = useUrl();
  const query = questionOf(get, useNow());
  const records = useQuery({
    queryKey: ['audit', query],
    queryFn: () => answered<Row[]>(hub.GET('/api/audit', { params: { query } })),
    refetchInterval: query.before === undefined ? LIVE : false,
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="Activity" about="The record of who did what. Each entry is chained to the one before." actions={<Chain />}>
      <Filters />
      <Asked query={records} what="The record">
        {(rows) =>
          rows.length === 0 ? (
            filtered(query) ? (
              <Content component="p">
                Nothing matches. <Link to="/activity">To the newest</Link>
              </Content>
            ) : (
              <Nothing title="Nothing was done yet">Whatever changes documents, plans or credentials is written here.</Nothing>
            )
          ) : (
            <>
              <Rows rows={rows} onOpen={(row) => set({ entry: String(row.seq) })} />
              <Flex>
                {query.before !== undefined && <Button variant="secondary" onClick={() => set({ before: '' })}>Newest</Button>}
                {rows.length === SIZE && (
                  <Button variant="secondary" onClick={() => set({ before: String(rows.at(-1)?.seq ?? '') })}>
                    Older
                  </Button>
                )}
                <CopyAs what="CLI command" text={() => command('get', 'audit')} />
              </Flex>
              <Opened rows={rows} seq={get('entry')} onClose={() => set({ entry: '' })} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

/** The entry that the address names; one that is not on this page is asked for. */
function Opened({ rows, seq, onClose }: { rows: Row[]; seq: string; onClose: () => void }) {
  const here = rows.find((row) => String(row.seq) === seq);
  const one = useQuery({
    queryKey: ['audit-entry', seq],
    enabled: here === undefined && /^\d+$/.test(seq),
    queryFn: () => answered<Row[]>(hub.GET('/api/audit', { params: { query: { limit: 1, before: Number(seq) + 1 } } })),
  });
  const record = here ?? one.data?.find((row) => String(row.seq) === seq);
  return record && <Entry record={record} onClose={onClose} />;
}

function Rows({ rows, onOpen }: { rows: Row[]; onOpen: (row: Row) => void }) {
  return (
    <Table aria-label="Activity" variant="compact">
      <Heads names={['Number', 'When', 'Who', 'Did', 'To', 'Detail']} />
      <Tbody>
        {rows.map((row) => {
          const link = linkOf(row.subject);
          return (
            <Tr key={row.seq}>
              <Td dataLabel="Number">
                <Button variant="link" isInline onClick={() => onOpen(row)} aria-label={`Entry ${row.seq}`}>
                  {row.seq}
                </Button>
              </Td>
              <Td dataLabel="When">
                <When at={row.at} />
              </Td>
              <Td dataLabel="Who">{row.actor}</Td>
              <Td dataLabel="Did">{row.action}</Td>
              <Td dataLabel="To" title={row.subject} modifier="breakWord">
                {link ? <Link to={link}>{shortened(row.subject)}</Link> : row.subject}
              </Td>
              <Td dataLabel="Detail" modifier="breakWord">
                {row.detail !== '{}' && <code className="clipped">{row.detail}</code>}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
