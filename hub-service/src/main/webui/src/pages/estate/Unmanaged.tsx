import { Alert, Card, CardBody, CardTitle, Content, Flex, List, ListItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { foundApi, type FoundApi, type RouteView } from '../../api/estate';
import { LIVE } from '../../api/queries';
import { applyCommand } from '../../shared/apply';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { NativePolicies } from './NativePolicies';
import { linesOf, matchText } from './rows';

const ROUTES: Column<RouteView>[] = [
  { key: 'route', title: 'Route', width: '30%', value: (row) => row.route.name ?? row.route.id, long: true },
  { key: 'matches', title: 'Matches', width: '55%', value: (row) => matchText(row.route), show: (row) => <code>{matchText(row.route)}</code>, long: true },
  { key: 'policies', title: 'Native policies', width: '15%', value: (row) => row.policies.length },
];
const FIRST = { key: 'route', down: false };
const keyOf = (row: RouteView) => row.route.id;

/** What a gateway holds and no document names, and the document that would. */
export default function Unmanaged() {
  const { get } = useUrl();
  const gateway = get('gateway');
  const ref = get('ref');
  const found = useQuery({ ...foundApi(gateway, ref), refetchInterval: 4 * LIVE });
  return (
    <Page title={found.data?.name ?? 'Unmanaged API'} about="No Api document names this: Entente sees it and leaves it alone.">
      <Asked query={found} what="What was found">
        {(one) => <Whole found={one} />}
      </Asked>
    </Page>
  );
}

function Whole({ found }: { found: FoundApi }) {
  const lines = useMemo(() => found.routes.flatMap((one) => linesOf(found.gateway, one.route.name ?? one.route.id, [one])), [found]);
  return (
    <div className="stack">
      <Content component="p">
        A {found.form} on <Link to={`/gateways/${encodeURIComponent(found.gateway)}`}>{found.gateway}</Link> ({found.vendor})
        {found.labels.length > 0 && `, tagged ${found.labels.join(', ')}`}
        {found.lastSeen && (
          <>
            , seen <When at={found.lastSeen} />
          </>
        )}
        .
      </Content>
      <Ready found={found} />
      <Card isCompact>
        <CardTitle component="h2">Routes that no document names</CardTitle>
        <CardBody>
          <Listing label="routes" rows={found.routes} columns={ROUTES} rowKey={keyOf} first={FIRST} prefix="r." nothing={<p>It has no route.</p>} />
        </CardBody>
      </Card>
      <NativePolicies lines={lines} />
    </div>
  );
}

/** The next step: the document that binds it. */
function Ready({ found }: { found: FoundApi }) {
  const { document, notes } = found.ready;
  const tree = document === null ? undefined : (JSON.parse(document) as unknown);
  return (
    <Card isCompact>
      <CardTitle component="h2">To have policies hold here</CardTitle>
      <CardBody>
        <div className="stack">
          {tree !== undefined && (
            <>
              <Content component="p">Apply this Api document. It binds the routes as they are; nothing on the gateway changes by it.</Content>
              <Flex>
                <CopyAs what="YAML" text={() => yamlOf(tree)} />
                <CopyAs what="CLI command" text={() => applyCommand(tree)} />
              </Flex>
              <pre className="code" tabIndex={0} aria-label="Api document">
                {yamlOf(tree)}
              </pre>
            </>
          )}
          {notes.length > 0 && (
            <Alert isInline variant={tree === undefined ? 'info' : 'warning'} title="Before you do">
              <List>
                {notes.map((note) => (
                  <ListItem key={note}>{note}</ListItem>
                ))}
              </List>
            </Alert>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
