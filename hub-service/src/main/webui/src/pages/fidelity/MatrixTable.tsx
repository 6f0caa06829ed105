import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Badge } from '../../shared/Badge';
import { rangeOf, type Chosen, type Edition, type Kind, type Mark, type Mode } from './matrix';

interface Props {
  kinds: Kind[];
  editions: Edition[];
  mode: Mode;
  chosen: Chosen | undefined;
  onChoose: (kind: string, edition: string) => void;
}

/** One row a kind, one column an edition. */
export function MatrixTable({ kinds, editions, mode, chosen, onChoose }: Props) {
  return (
    <div className="wide">
      <Table aria-label="Fidelity of every kind" variant="compact">
        <Thead>
          <Tr>
            <Th>Kind</Th>
            {editions.map((edition) => (
              <Th key={edition.id}>{edition.title}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {kinds.map((kind) => (
            <Tr key={kind.kind}>
              <Th scope="row" title={kind.about}>
                <code>{kind.kind}</code>
              </Th>
              {editions.map((edition) => {
                const cell = kind.cells.find((one) => one.edition === edition.id);
                const current = chosen?.cell === cell && cell !== undefined;
                return (
                  <Td key={edition.id} dataLabel={edition.title}>
                    {cell && rangeOf(cell, mode).length > 0 && (
                      <Button
                        variant="plain"
                        size="sm"
                        aria-pressed={current}
                        isClicked={current}
                        onClick={() => onChoose(kind.kind, edition.id)}
                      >
                        <span className="pf-v6-screen-reader">
                          {kind.kind} on {edition.title}:
                        </span>
                        <Marks marks={rangeOf(cell, mode)} />
                      </Button>
                    )}
                  </Td>
                );
              })}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function Marks({ marks }: { marks: Mark[] }) {
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark.printed + mark.evidence}>
          <Badge state={mark.printed} /> <small>{mark.evidence.toLowerCase()}</small>
        </span>
      ))}
    </span>
  );
}
