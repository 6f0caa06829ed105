import { Content, Label, Title } from '@patternfly/react-core';
import { Badge } from '../../shared/Badge';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { heldBy, refused, type Chosen, type Outcome, type Stated } from './matrix';

const DEVIATIONS: Column<Stated>[] = [
  { key: 'code', title: 'Deviation', value: (row) => row.code, show: (row) => <code>{row.code}</code> },
  {
    key: 'direction',
    title: 'Leans',
    value: (row) => row.direction.toLowerCase(),
    show: (row) => (
      <Label isCompact variant="outline">
        {row.direction.toLowerCase()}
      </Label>
    ),
  },
  { key: 'fields', title: 'Fields', value: (row) => row.fields.join(', ') },
  { key: 'example', title: 'For example', long: true, value: (row) => row.example },
  { key: 'remedy', title: 'What to do', long: true, value: (row) => row.remedy },
  { key: 'policies', title: 'Policies', value: (row) => row.policies.join(', ') },
];

const POLICIES: Column<Outcome>[] = [
  { key: 'policy', title: 'Policy', value: (row) => row.policy },
  { key: 'place', title: 'On', value: (row) => row.place },
  { key: 'fidelity', title: 'Fidelity', value: (row) => row.printed, show: (row) => <Badge state={row.printed} /> },
  { key: 'evidence', title: 'Evidence', value: (row) => row.evidence.toLowerCase() },
  { key: 'outcome', title: 'Comes to', value: (row) => (refused(row) ? 'refused' : 'goes out') },
];

/** One cell of the matrix: what is lost, policy by policy, and what holds it. */
export function CellDetail({ chosen: { kind, edition, cell } }: { chosen: Chosen }) {
  const heading = `${kind.kind} on ${edition.title}`;
  return (
    <section aria-label={heading} className="stack">
      <Title headingLevel="h2" size="lg">
        {heading}
      </Title>
      <Content component="p">{kind.about}</Content>
      <Content component="small">{heldBy(cell)}</Content>
      <Title headingLevel="h3" size="md">
        What is lost
      </Title>
      <Listing
        label="deviations"
        rows={cell.deviations}
        columns={DEVIATIONS}
        rowKey={(row) => row.code + row.direction}
        first={{ key: 'code', down: false }}
        nothing={<Nothing title="Nothing is lost">Every policy of the corpus is kept as it is meant.</Nothing>}
      />
      <Title headingLevel="h3" size="md">
        Policy by policy
      </Title>
      <Listing label="policies of the corpus" prefix="p" rows={cell.policies} columns={POLICIES} rowKey={(row) => `${row.policy} ${row.place}`} first={{ key: 'policy', down: false }} />
    </section>
  );
}
