import { Button, Content, Flex, Label, List, ListItem, Title } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';
import { Takeovers } from './Takeovers';

type Importable = Schemas['ImportableView'];
type Place = Importable['places'][number];

const columns = (gateway: string): Column<Place>[] => [
  { key: 'place', long: true, title: 'Place', value: (row) => row.place, show: (row) => <code>{row.place}</code> },
  {
    key: 'kinds',
    title: 'Says',
    value: (row) => row.found.map((found) => found.kind).join(' '),
    show: (row) => row.found.map((found) => (
        <Label key={found.kind} isCompact>
          {found.kind}
        </Label>
      )),
  },
  {
    key: 'why',
    long: true,
    title: 'What would become of it',
    value: (row) => row.reasons.join(' '),
    show: (row) => (row.possible ? <Kept place={row} /> : row.reasons.join(' ')),
  },
  {
    key: 'take',
    title: 'Take over',
    value: (row) => (row.possible ? 'yes' : 'no'),
    show: (row) => (row.possible && row.seen !== null ? <Take gateway={gateway} place={row.place} seen={row.seen} /> : 'stays as it is'),
  },
];

/** What others made on the gateway and policies could take over as it is; asking reads the gateway, so nobody asks by themselves. */
export function TakingOver({ gateway }: { gateway: string }) {
  const importable = useQuery({
    queryKey: ['gateways', gateway, 'importable'],
    queryFn: () => answered<Importable>(hub.GET('/api/gateways/{gateway}/importable', { params: { path: { gateway } } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="stack">
      <Takeovers gateway={gateway} />
      <Title headingLevel="h2">What could be taken over</Title>
      <Asked query={importable} what="What could be taken over">
        {(found) => (
          <>
            <Flex>
              <span>
                read <When at={found.readAt} />
              </span>
              <Button variant="secondary" size="sm" onClick={() => void importable.refetch()} isLoading={importable.isFetching} isDisabled={importable.isFetching}>
                Read again
              </Button>
              <CopyAs what="CLI command" text={() => command('takeover', 'candidates', gateway)} />
            </Flex>
            <Listing
              label="places"
              rows={found.places}
              columns={columns(gateway)}
              rowKey={(row) => row.place}
              first={{ key: 'place', down: false }}
              prefix="over-"
              nothing={<Nothing title="No policy of others was found">Nothing on this gateway that others made says what a kind of policy says.</Nothing>}
            />
            {found.remainder.length > 0 && (
              <>
                <Title headingLevel="h3">What no policy says</Title>
                <List>
                  {found.remainder.map((left) => (
                    <ListItem key={left.object}>
                      <code>{left.object}</code>: {left.reason}
                    </ListItem>
                  ))}
                </List>
              </>
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function Kept({ place }: { place: Place }) {
  return (
    <>
      {place.documents.length} {place.documents.length === 1 ? 'document' : 'documents'} to store; nothing is written to the gateway.
      {place.kept.length > 0 && <> Said by no policy, stays by decision: {place.kept.join(', ')}.</>}
    </>
  );
}

function Take({ gateway, place, seen }: { gateway: string; place: string; seen: string }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () =>
      answered(hub.POST('/api/gateways/{gateway}/import', { params: { path: { gateway } }, body: { places: [{ place, seen }] } })),
    onSuccess: () => void queries.invalidateQueries(),
  });
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setAsked(true)} isLoading={take.isPending} isDisabled={take.isPending}>
        Take over
      </Button>
      {take.isError && <Problems failure={take.error} title="It is not taken over" />}
      {asked && (
        <Confirm
          title="Take this over into policies?"
          action="Take over"
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            take.mutate();
          }}
        >
          <Content component="p">
            <code>{place}</code> stays as it is, under its own identity. Its policies are stored, and from then on a change of them is a change of it.
          </Content>
        </Confirm>
      )}
    </>
  );
}
