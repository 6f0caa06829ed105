import { Card, CardBody, CardTitle, Content, Pagination } from '@patternfly/react-core';
import type { Plan } from '../../api/answers';
import { Badge } from '../../shared/Badge';
import { DriftSides } from '../../shared/DriftSides';
import { DiffView } from '../../shared/DiffView';
import { pageOf } from '../../shared/listing';
import { Sides } from '../../shared/Sides';
import { useUrl } from '../../shared/url';
import { byObject } from './byObject';

const SIZE = 50;

/** The gateway's own objects that would change, and the drift that the plan heals. */
export function Changes({ plan }: { plan: Plan }) {
  const { get, set } = useUrl();
  const objects = byObject(plan.differences ?? []);
  const healed = plan.drift ?? [];
  const page = pageOf(objects, Number(get('page', '1')), SIZE);
  return (
    <div className="stack">
      {objects.length === 0 && <Content component="p">No object of the gateway would change.</Content>}
      {objects.length > 0 && <DiffView />}
      {page.last > 1 && (
        <Pagination itemCount={objects.length} perPage={SIZE} perPageOptions={[]} page={page.number} onSetPage={(_, number) => set({ page: String(number) })} isCompact titles={{ paginationAriaLabel: 'Pages of objects' }} />
      )}
      {page.rows.map(([object, rows]) => (
        <Card key={object} isCompact>
          <CardTitle component="h3">
            <code>{object}</code>
          </CardTitle>
          <CardBody className="stack">
            {rows.map((row) => (
              <div key={row.action + row.path}>
                <Badge state={row.action} /> <code>{row.path || 'whole object'}</code>
                <Sides
                  object={object}
                  path={row.path}
                  before={row.from}
                  after={row.to}
                  beforeSize={row.fromSize}
                  afterSize={row.toSize}
                  diff={row.diff}
                  leftOut={row.diffLeftOut}
                />
              </div>
            ))}
          </CardBody>
        </Card>
      ))}
      {healed.length > 0 && (
        <Card isCompact>
          <CardTitle component="h3">Drift that this plan heals</CardTitle>
          <CardBody className="stack">
            {healed.map((row) => (
              <div key={row.object + row.path}>
                <Badge state={row.kind} /> <code>{row.object}</code> <code>{row.path}</code>
                <DriftSides row={row} />
              </div>
            ))}
          </CardBody>
        </Card>
      )}
    </div>
  );
}
