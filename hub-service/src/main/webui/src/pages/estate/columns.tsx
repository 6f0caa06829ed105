import { Label } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { EstateRow } from '../../api/estate';
import type { Column } from '../../shared/Listing';
import { When } from '../../shared/When';
import { addressOf, lastSeenOf, missingOf, pathsText, placesText } from './rows';

/** The columns of the estate. They never change, so that a long list of rows is not worked out anew. */
export const COLUMNS: Column<EstateRow>[] = [
  {
    key: 'name',
    title: 'API',
    width: '20%',
    value: (row) => row.name,
    show: (row) => <Link to={addressOf(row)}>{row.name}</Link>,
  },
  {
    key: 'managed',
    title: 'Managed',
    width: '11%',
    value: (row) => (row.managed ? 'managed' : `unmanaged ${row.form}`),
    show: (row) => <Managed row={row} />,
  },
  { key: 'gateways', title: 'Lives on', width: '17%', value: placesText },
  { key: 'paths', title: 'Matches', width: '18%', value: pathsText, long: true },
  { key: 'routes', title: 'Routes', width: '7%', value: (row) => row.routes },
  { key: 'policies', title: 'Policies', width: '7%', value: (row) => row.policies },
  { key: 'native', title: 'Native', width: '7%', value: (row) => row.nativePolicies },
  { key: 'labels', title: 'Labels', width: '8%', value: (row) => row.labels.join(', '), long: true },
  {
    key: 'seen',
    title: 'Seen',
    width: '10%',
    value: lastSeenOf,
    show: (row) => {
      const at = lastSeenOf(row);
      return at === '' ? 'never read' : <When at={at} />;
    },
  },
];

/** Whether a document names it, and whether the gateways have all it names. */
export function Managed({ row }: { row: EstateRow }) {
  const missing = missingOf(row);
  if (!row.managed) {
    return (
      <Label isCompact variant="outline" title={`A ${row.form} that no Api document names`}>
        unmanaged
      </Label>
    );
  }
  return missing > 0 ? (
    <Label isCompact status="warning" title="Routes that gateways were found not to have">
      {missing} missing
    </Label>
  ) : (
    <Label isCompact status="success">
      managed
    </Label>
  );
}
