import { Button, Content, Title } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { Listing, type Column } from '../../shared/Listing';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';

type Takeover = Schemas['TakeoverView'];

const COLUMNS: Column<Takeover>[] = [
  { key: 'place', long: true, title: 'Place', value: (row) => row.place, show: (row) => <code>{row.place}</code> },
  {
    key: 'policies',
    title: 'Policies',
    value: (row) => row.policies.join(' '),
    show: (row) =>
      row.policies.map((name) => (
        <div key={name}>
          <Link to={`/policies/${encodeURIComponent(name)}`}>{name}</Link>
        </div>
      )),
  },
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
  { key: 'release', title: 'Give back', value: (row) => row.id, show: (row) => <Release takeover={row} /> },
];

/** What is taken over on a gateway, and a way to give it back. */
export function Takeovers({ gateway }: { gateway: string }) {
  const takeovers = useQuery({
    queryKey: ['gateways', gateway, 'takeovers'],
    queryFn: () => answered<Takeover[]>(hub.GET('/api/gateways/{gateway}/takeovers', { params: { path: { gateway } } })),
  });
  return (
    <Asked query={takeovers} what="What is taken over">
      {(rows) =>
        rows.length === 0 ? null : (
          <>
            <Title headingLevel="h2">Taken over</Title>
            <Listing label="takeovers" rows={rows} columns={COLUMNS} rowKey={(row) => String(row.id)} first={{ key: 'by', down: true }} prefix="taken-" />
          </>
        )
      }
    </Asked>
  );
}

function Release({ takeover }: { takeover: Takeover }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const release = useMutation({
    mutationFn: () => answered(hub.DELETE('/api/gateways/{gateway}/takeovers/{id}', { params: { path: { gateway: takeover.gateway, id: takeover.id } } })),
    onSuccess: () => void queries.invalidateQueries(),
  });
  return (
    <>
      <Button variant="link" size="sm" isInline onClick={() => setAsked(true)} isDisabled={release.isPending}>
        Give back
      </Button>
      {release.isError && <Problems failure={release.error} title="It is not given back" />}
      {asked && (
        <Confirm
          title="Give this back?"
          action="Give back"
          danger
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            release.mutate();
          }}
        >
          <Content component="p">
            <code>{takeover.place}</code> stays as it is now, and nothing is written. Its policies stay, and yield to it as to any other thing of others.
          </Content>
        </Confirm>
      )}
    </>
  );
}
