import { Button, Content, Stack, StackItem, Switch, Title, ToolbarItem } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDecisions, type Decision } from '../../api/drift';
import { answered, hub } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Confirm } from '../../shared/Confirm';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';

const COLUMNS: Column<Decision>[] = [
  {
    key: 'decision',
    title: 'Decision',
    value: (row) => row.decision,
    show: (row) => (
      <Stack>
        <StackItem>
          <Badge state={row.decision} />
        </StackItem>
        <StackItem>{row.endedAs === null && <Withdraw decision={row} />}</StackItem>
      </Stack>
    ),
  },
  {
    key: 'place',
    long: true,
    title: 'Place',
    value: (row) => `${row.gateway} ${row.object} ${row.path}`,
    show: (row) => (
      <>
        {row.gateway}: <code>{row.object}</code> <code>{row.path || 'whole object'}</code>
      </>
    ),
  },
  {
    key: 'values',
    long: true,
    title: 'Documents say, gateway has',
    value: (row) => `${row.policyValue} ${row.gatewayValue}`,
    show: (row) => (
      <>
        <code>{row.policyValue}</code> → <code>{row.gatewayValue}</code>
      </>
    ),
  },
  { key: 'reason', long: true, title: 'Reason', value: (row) => row.reason },
  {
    key: 'by',
    title: 'By',
    value: (row) => row.at,
    show: (row) => (
      <>
        {row.by}, <When at={row.at} />
      </>
    ),
  },
  {
    key: 'ends',
    title: 'Ends',
    value: (row) => row.endedAt ?? row.until ?? '',
    show: (row) =>
      row.endedAs !== null && row.endedAt !== null ? (
        <>
          <Badge state={row.endedAs} /> <When at={row.endedAt} />
        </>
      ) : row.until !== null ? (
        <When at={row.until} />
      ) : (
        'with the documents'
      ),
  },
];

/** What people decided about drift, and a way to take it back. */
export function Decisions({ gateway }: { gateway: string }) {
  const { get, set } = useUrl();
  const all = get('ended') === 'yes';
  const decisions = useDecisions(gateway, all);
  return (
    <>
      <Title headingLevel="h2">Decisions in force</Title>
      <Asked query={decisions} what="The decisions">
        {(rows) => (
          <Listing
            label="decisions"
            prefix="d."
            rows={rows}
            columns={COLUMNS}
            rowKey={(row) => String(row.id)}
            first={{ key: 'by', down: true }}
            filters={
              <>
                <ToolbarItem>
                  <Switch label="Ended ones too" isChecked={all} onChange={(_, on) => set({ ended: on ? 'yes' : '' })} />
                </ToolbarItem>
                <ToolbarItem>
                  <CopyAs what="CLI command" text={() => command('drift', 'decisions', ...(gateway ? ['--gateway', gateway] : []), ...(all ? ['--all'] : []))} />
                </ToolbarItem>
              </>
            }
            nothing={<Content component="p">Nobody decided anything about drift{all ? '' : ' that is in force'}. Adopt or ignore a row above.</Content>}
          />
        )}
      </Asked>
    </>
  );
}

function Withdraw({ decision }: { decision: Decision }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => answered<undefined>(hub.DELETE('/api/drift/decisions/{id}', { params: { path: { id: decision.id } } })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['drift'] });
      void queries.invalidateQueries({ queryKey: ['drift-decisions'] });
    },
  });
  return (
    <>
      <Button variant="secondary" size="sm" isLoading={withdraw.isPending} isDisabled={withdraw.isPending} onClick={() => setAsked(true)} aria-label={`Withdraw decision ${decision.id}`}>
        Withdraw
      </Button>
      {withdraw.isError && <Problems failure={withdraw.error} />}
      {asked && (
        <Confirm
          title="Withdraw this decision?"
          action="Withdraw"
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            withdraw.mutate();
          }}
        >
          {decision.decision === 'ADOPT'
            ? `The documents count again: what is on ${decision.gateway} is drift once more, and the next plan changes it. Nothing changes before that plan is applied.`
            : 'The drift is reported again at once. Nothing changes on the gateway.'}
        </Confirm>
      )}
    </>
  );
}
