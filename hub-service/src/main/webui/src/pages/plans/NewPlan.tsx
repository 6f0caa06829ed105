import { Button, Flex, FormSelect, FormSelectOption, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Plan } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { Problems } from '../../shared/Problems';

/** Reads a gateway, plans it, and opens the plan; what the hub refuses is shown and no plan is kept. */
export function useNewPlan() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (gateway: string) => answered<Plan>(hub.POST('/api/plans', { body: { gateway } })),
    onSuccess: (plan) => {
      queries.setQueryData(['plans', plan.id], plan);
      void queries.invalidateQueries({ queryKey: ['plans'], exact: true });
      void navigate(`/plans/${plan.id}`);
    },
  });
}

export function NewPlan({ gateways, chosen }: { gateways: string[]; chosen: string }) {
  const [picked, setPicked] = useState('');
  const making = useNewPlan();
  const gateway = [picked, chosen, gateways[0] ?? ''].find((name) => gateways.includes(name)) ?? '';
  return (
    <>
      <Flex flexWrap={{ default: 'nowrap' }}>
        <FormSelect aria-label="Gateway to plan" value={gateway} onChange={(_, value) => setPicked(value)}>
          {gateways.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
        <Button onClick={() => making.mutate(gateway)} isLoading={making.isPending} isDisabled={gateway === '' || making.isPending}>
          {making.isPending ? 'Reading the gateway' : 'Make a plan'}
        </Button>
      </Flex>
      {making.isError && <Refused failure={making.error} onClose={making.reset} />}
    </>
  );
}

/** No plan was made; the hub's reasons. */
export function Refused({ failure, onClose }: { failure: unknown; onClose: () => void }) {
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="refused">
      <ModalHeader title="No plan was made" labelId="refused" />
      <ModalBody>
        <Problems failure={failure} />
      </ModalBody>
    </Modal>
  );
}
