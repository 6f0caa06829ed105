import { Content } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Fidelity } from '../../api/answers';
import { Badge } from '../../shared/Badge';
import { Listing, type Column } from '../../shared/Listing';
import { deviationText, fidelityRows, gradeRank, type FidelityRow } from './fidelity';

const COLUMNS: Column<FidelityRow>[] = [
  {
    key: 'policy',
    title: 'Policy',
    value: (row) => row.policy,
    show: (row) => (
      <>
        <Link to={`/policies/${encodeURIComponent(row.policy)}`}>{row.policy}</Link> v{row.version}
      </>
    ),
  },
  { key: 'target', title: 'Route', value: (row) => row.target },
  { key: 'field', title: 'Field', value: (row) => row.field, show: (row) => <code>{row.field}</code> },
  { key: 'value', title: 'Value', value: (row) => row.value },
  {
    key: 'grade',
    title: 'Grade',
    value: (row) => gradeRank(row.grade),
    show: (row) => (
      <>
        <Badge state={row.grade} />
        <br />
        {row.evidence.toLowerCase()}
      </>
    ),
  },
  {
    key: 'deviation',
    long: true,
    title: 'What differs',
    value: (row) => deviationText(row.deviations),
    show: (row) =>
      row.deviations.map((one) => (
        <Content key={one.code} component="p">
          <strong>{one.direction.toLowerCase()}</strong>: {one.bound} <code>{one.code}</code>
          {one.remedy && (
            <>
              <br />
              Remedy: {one.remedy}
            </>
          )}
        </Content>
      )),
  },
];

/** Policy by field: what the gateway does exactly, nearly or not at all. */
export function FidelityTable({ entries }: { entries: Fidelity[] }) {
  if (entries.length === 0) {
    return <Content component="p">No policy is translated by this plan.</Content>;
  }
  return (
    <Listing
      label="fidelity"
      prefix="f."
      rows={fidelityRows(entries)}
      columns={COLUMNS}
      rowKey={(row) => row.key}
      first={{ key: 'grade', down: false }}
    />
  );
}
