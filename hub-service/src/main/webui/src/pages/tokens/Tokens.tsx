import { Button, Flex, Label } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { useNow } from '../../shared/now';
import { Page } from '../../shared/Page';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';
import { NewToken } from './NewToken';
import { isExpired, roleOf } from './roles';

type Token = Schemas['AccessToken'];

/** Who may call the hub: made, listed, revoked; a token itself is shown once. */
export default function Tokens() {
  const queries = useQueryClient();
  const now = useNow();
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<string>();
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => answered<Token[]>(hub.GET('/api/tokens')),
    refetchInterval: LIVE,
  });
  const revoke = useMutation({
    mutationFn: (name: string) => answered(hub.DELETE('/api/tokens/{name}', { params: { path: { name } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const columns: Column<Token>[] = [
    { key: 'name', title: 'Name', value: (row) => row.name },
    { key: 'role', title: 'Role', value: (row) => roleOf(row.permissions), show: (row) => <span title={row.permissions.join('\n')}>{roleOf(row.permissions)}</span> },
    { key: 'created', title: 'Created', value: (row) => row.createdAt, show: (row) => <When at={row.createdAt} /> },
    { key: 'used', title: 'Last used', value: (row) => row.usedAt ?? '', show: (row) => (row.usedAt ? <When at={row.usedAt} /> : 'never') },
    {
      key: 'expiry',
      title: 'Expires',
      value: (row) => row.expiresAt ?? '~',
      show: (row) =>
        row.expiresAt === null ? 'never' : isExpired(row.expiresAt, now) ? (
          <Label isCompact status="warning">
            expired
          </Label>
        ) : (
          <When at={row.expiresAt} />
        ),
    },
    {
      key: 'revoke',
      title: 'Revoke',
      value: () => '',
      show: (row) => (
        <Button variant="secondary" size="sm" isDanger onClick={() => setEnding(row.name)} aria-label={`Revoke ${row.name}`}>
          Revoke
        </Button>
      ),
    },
  ];
  return (
    <Page
      title="Tokens"
      about="Who may call the hub, from here, by command or by API. The hub keeps only a hash of each."
      actions={
        <Flex>
          <CopyAs what="curl command" text={() => `curl -H "Authorization: Bearer $ENTENTE_TOKEN" ${window.location.origin}/api/tokens`} />
          <Button onClick={() => setMaking(true)}>Make a token</Button>
        </Flex>
      }
    >
      {revoke.isError && <Problems failure={revoke.error} title="It is not revoked" />}
      <Asked query={tokens} what="The tokens">
        {(all) => (
          <Listing
            label="tokens"
            rows={all}
            columns={columns}
            rowKey={(row) => row.name}
            first={{ key: 'name', down: false }}
            nothing={<Nothing title="No token">Make one for each person and each program, with no more than it needs.</Nothing>}
          />
        )}
      </Asked>
      {making && <NewToken onClose={() => setMaking(false)} />}
      {ending !== undefined && (
        <Confirm
          title={`Revoke ${ending}?`}
          action="Revoke"
          danger
          onCancel={() => setEnding(undefined)}
          onConfirm={() => {
            revoke.mutate(ending);
            setEnding(undefined);
          }}
        >
          Whoever holds it is refused from the next call on, and it cannot be brought back. If it is the one that you signed in with, you are signed out.
        </Confirm>
      )}
    </Page>
  );
}
