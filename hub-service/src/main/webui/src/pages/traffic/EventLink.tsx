import { Link } from 'react-router';
import type { RecordedRequest } from '../../api/traffic';
import { changed, useUrl } from '../../shared/url';
import { When } from '../../shared/When';

/** When a request was; leads to all that is known of it. */
export function EventLink({ row }: { row: Pick<RecordedRequest, 'id' | 'gateway' | 'time'> }) {
  const { params } = useUrl();
  return (
    <Link to={`?${changed(params, { event: row.id, of: row.gateway })}`}>
      <When at={row.time} />
    </Link>
  );
}
