import { Button, Flex } from '@patternfly/react-core';
import { useState } from 'react';
import type { DriftRow } from '../../api/drift';
import { Refused, useNewPlan } from '../plans/NewPlan';
import { Decide } from './Decide';
import type { Deciding } from './deciding';

/** Heal, adopt or ignore one row. */
export function RowActions({ row }: { row: DriftRow }) {
  const [asked, setAsked] = useState<Deciding>();
  const heal = useNewPlan();
  const place = `${row.object} ${row.path}`;
  return (
    <>
      <Flex direction={{ default: 'column' }} gap={{ default: 'gapXs' }} alignItems={{ default: 'alignItemsStretch' }}>
        <Button size="sm" onClick={() => heal.mutate(row.gateway)} isLoading={heal.isPending} isDisabled={heal.isPending} title={`Plan gateway ${row.gateway}: ${place} returns to what Entente wrote`}>
          Heal
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAsked('adopt')} title={`What is at ${place} stays`}>
          Adopt
        </Button>
        {row.ignored === undefined && (
          <Button size="sm" variant="secondary" onClick={() => setAsked('ignore')} title={`Do not report ${place} for a time`}>
            Ignore
          </Button>
        )}
      </Flex>
      {asked && <Decide what={asked} row={row} onClose={() => setAsked(undefined)} />}
      {heal.isError && <Refused failure={heal.error} onClose={heal.reset} />}
    </>
  );
}
