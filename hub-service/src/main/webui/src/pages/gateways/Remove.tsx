import { Button, List, ListItem } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answered, hub } from '../../api/hub';
import { Confirm } from '../../shared/Confirm';
import { Problems } from '../../shared/Problems';

/** Ends a gateway here; what it runs stays as it is. */
export function Remove({ name }: { name: string }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => answered(hub.DELETE('/api/gateways/{gateway}', { params: { path: { gateway: name } } })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['gateways', name] });
      void queries.invalidateQueries();
      void navigate('/gateways');
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsked(true)} isLoading={remove.isPending} isDisabled={remove.isPending}>
        Remove
      </Button>
      {remove.isError && <Problems failure={remove.error} title="It is not removed" />}
      {asked && (
        <Confirm
          title={`Remove gateway ${name}?`}
          action="Remove"
          danger
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            remove.mutate();
          }}
        >
          <List>
            <ListItem>What the gateway runs stays as it is: policies applied by Entente go on working there, and nobody watches them for drift any more.</ListItem>
            <ListItem>Entente reads it no more and forgets what it read; traffic already stored stays until it expires.</ListItem>
            <ListItem>Tokens of its processes are revoked, and what the hub calls it with is forgotten.</ListItem>
            <ListItem>It is refused while an Api document names the gateway.</ListItem>
          </List>
        </Confirm>
      )}
    </>
  );
}
