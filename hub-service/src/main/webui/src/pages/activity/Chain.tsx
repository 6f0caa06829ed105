import { Alert, Button, Content, Flex } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { count } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';

/** Whether the chain of records is whole, checked when the page opens and when one asks. */
export function Chain() {
  const verdict = useQuery({
    queryKey: ['audit-verdict'],
    queryFn: () => answered<Schemas['AuditVerdict']>(hub.GET('/api/audit/verify')),
    // It reads the whole chain: not again by itself.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsFlexEnd' }}>
      <Button variant="secondary" onClick={() => void verdict.refetch()} isLoading={verdict.isFetching} isDisabled={verdict.isFetching}>
        Check the chain
      </Button>
      {verdict.isError && <Problems failure={verdict.error} />}
      {verdict.data && (
        <Alert
          isInline
          variant={verdict.data.intact ? 'success' : 'danger'}
          title={
            verdict.data.intact
              ? `Whole: ${count(verdict.data.records)} records agree`
              : `Broken at number ${verdict.data.brokenAt ?? '?'}: ${verdict.data.reason ?? ''}`
          }
        >
          <Content component="small">
            Checked <When at={new Date(verdict.dataUpdatedAt).toISOString()} />
          </Content>
        </Alert>
      )}
    </Flex>
  );
}
