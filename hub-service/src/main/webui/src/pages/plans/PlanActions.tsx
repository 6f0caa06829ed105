import { Button, Flex } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Plan } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { Confirm } from '../../shared/Confirm';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { plural } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { actionsOf, type Action } from './actions';
import { byAction, summary, type Effect } from './effect';

/** Approve, apply, roll back: what the plan's status allows. */
export function PlanActions({ plan }: { plan: Plan }) {
  const [asked, setAsked] = useState<Action>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { params: { path: { id: plan.id } } };
  const act = useMutation({
    mutationFn: (action: Action) => {
      switch (action) {
        case 'approve':
          return answered<Plan>(hub.POST('/api/plans/{id}/approve', { ...path, body: { hash: plan.hash } }));
        case 'apply':
          return answered<Plan>(hub.POST('/api/plans/{id}/apply', path));
        case 'rollback':
          return answered<Plan>(hub.POST('/api/plans/{id}/rollback', path));
      }
    },
    onMutate: (action) => {
      if (action === 'apply') {
        // The call answers at the end; the steps are seen by asking meanwhile.
        setTimeout(() => void queries.invalidateQueries({ queryKey: ['plans', plan.id] }), 250);
      }
    },
    onSuccess: (found, action) => {
      queries.setQueryData(['plans', found.id], found);
      if (action === 'rollback') {
        void navigate(`/plans/${found.id}`);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  });
  const confirm = () => {
    if (asked !== undefined) {
      act.mutate(asked);
    }
    setAsked(undefined);
  };
  return (
    <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsFlexEnd' }}>
      <Flex>
        {actionsOf(plan).map((action) => (
          <Button
            key={action}
            variant={action === 'rollback' ? 'secondary' : 'primary'}
            isDisabled={act.isPending}
            isLoading={act.isPending && act.variables === action}
            onClick={() => setAsked(action)}
          >
            {LABEL[action]}
          </Button>
        ))}
        {actionsOf(plan).map((action) => (
          <CopyAs key={`copy ${action}`} what={`command to ${LABEL[action].toLowerCase()}`} text={() => commandOf(action, plan)} />
        ))}
      </Flex>
      {act.isError && <Problems failure={act.error} />}
      {asked && (
        <Confirm title={`${LABEL[asked]} this plan?`} action={LABEL[asked]} onConfirm={confirm} onCancel={() => setAsked(undefined)}>
          {textOf(asked, plan)}
        </Confirm>
      )}
    </Flex>
  );
}

const LABEL: Record<Action, string> = { approve: 'Approve', apply: 'Apply', rollback: 'Plan the way back' };

function commandOf(action: Action, plan: Plan): string {
  switch (action) {
    case 'approve':
      return command('approve', plan.id, '--hash', plan.hash, '--no-apply');
    case 'apply':
      return command('apply', '--plan', plan.id);
    case 'rollback':
      return command('rollback', 'plan', plan.id);
  }
}

function textOf(action: Action, plan: Plan & { effect?: Effect[] }): string {
  const steps = plural(plan.steps.length, 'step');
  switch (action) {
    case 'approve':
      return `You approve exactly what is shown here, hash ${plan.hash.slice(0, 12)}: ${steps} on ${plan.gateway}; ${plan.undoOf === undefined ? summary(plan.effect ?? []) : byAction(plan.differences ?? [])}. Nothing changes on the gateway yet.`;
    case 'apply':
      return `${steps} will be written to ${plan.gateway} now. Afterwards the gateway is read again and compared.`;
    case 'rollback':
      return `The gateway is read and a new plan is made that restores what this one changed. Nothing changes before that plan is approved and applied.`;
  }
}
