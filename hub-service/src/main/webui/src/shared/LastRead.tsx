import { Flex } from '@patternfly/react-core';
import type { Gateway } from '../api/queries';
import { Badge } from './Badge';
import { When } from './When';

/** How the last read of a gateway went, and when. */
export function LastRead({ read }: { read: Gateway['lastRead'] }) {
  if (read === null) {
    return <>not read yet</>;
  }
  return (
    <Flex gap={{ default: 'gapSm' }} display={{ default: 'inlineFlex' }}>
      <Badge state={read.outcome} />
      <When at={read.beganAt} />
    </Flex>
  );
}
