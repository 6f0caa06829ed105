import { Th, Thead, Tr } from '@patternfly/react-table';

/** The head of a plain table: one word or two a column. */
export function Heads({ names }: { names: readonly string[] }) {
  return (
    <Thead>
      <Tr>
        {names.map((name) => (
          <Th key={name} modifier="nowrap">
            {name}
          </Th>
        ))}
      </Tr>
    </Thead>
  );
}
