import { Label } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { EstateRow } from '../../api/estate';
import type { Column } from '../../shared/Listing';
import { When } from '../../shared/When';
import { addressOf, lastSeenOf, missingOf, pathsText, placesText, policiesText } from './rows';

/** The columns of the estate. They never change, so that a long list of rows is not worked out anew. */
export const COLUMNS: Column<EstateRow>[] = [
  {
    key: 'name',
    title: 'API',
    width: '18%',
    value: (row) => row.name,
    show: (row) => <Link to={addressOf(row)}>{row.name}</Link>,
  },
  {
    key: 'managed',
    title: 'Managed',
    width: '13%',
    value: (row) => (row.managed ? 'managed' : `unmanaged ${row.form}`),
    show: (row) => <Managed row={row} />,
  },
  { key: 'gateways', title: 'Lives on', width: '15%', value: placesText },
  { key: 'paths', title: 'Routes', width: '18%', value: pathsText, long: true },
  {
    key: 'policies',
    title: 'Policies',
    width: '13%',
    value: (row) => row.policies + row.nativePolicies,
    show: (row) => policiesText(row),
  },
  { key: 'labels', title: 'Labels', width: '10%', value: (row) => row.labels.join(', '), long: true },
  {
    key: 'seen',
    title: 'Seen',
    width: '13%',
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
