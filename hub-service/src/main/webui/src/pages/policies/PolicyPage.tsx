import { Alert, Button, Content, Flex, List, ListItem, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { StoredPolicy } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { applyCommand } from '../../shared/apply';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { ConditionTable } from './ConditionTable';
import { PlanOn } from './PlanOn';
import { Versions } from './Versions';

/** One policy: its document, what became of it on each route, and its versions. */
export default function PolicyPage() {
  const { name = '' } = useParams();
  const policy = useQuery({
    queryKey: ['policies', name],
    queryFn: () => answered<StoredPolicy>(hub.GET('/api/policies/{name}', { params: { path: { name } } })),
    refetchInterval: LIVE,
  });
  const edit = `/policies/${encodeURIComponent(name)}/edit`;
  return (
    <Page
      title={name}
      actions={policy.data && <Button component={(props) => <Link {...props} to={edit} />}>Edit</Button>}
    >
      <Asked query={policy} what="The policy">
        {(found) => <Whole policy={found} />}
      </Asked>
    </Page>
  );
}

function Whole({ policy }: { policy: StoredPolicy }) {
  const { get, set } = useUrl();
  const unmatched = policy.unmatchedTargets ?? [];
  return (
    <div className="stack">
      <Flex gap={{ default: 'gapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
        <Content component="small">
          {policy.kind}, version {policy.version}, stored <When at={policy.createdAt} /> by {policy.createdBy}.
        </Content>
        <CopyAs what="YAML" text={() => yamlOf(policy.document)} />
        <CopyAs what="CLI command" text={() => applyCommand(policy.document)} />
      </Flex>
      {unmatched.length > 0 && (
        <Alert isInline variant="warning" title="These targets reach no route of any gateway">
          <List>
            {unmatched.map((path) => (
              <ListItem key={path}>
                <code>{path}</code>
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      <Tabs activeKey={get('tab', 'conditions')} onSelect={(_, key) => set({ tab: String(key) })} aria-label="Parts of the policy" mountOnEnter unmountOnExit>
        <Tab eventKey="conditions" title={<TabTitleText>Where it stands</TabTitleText>}>
          <div className="stack">
            <PlanOn policy={policy} />
            <ConditionTable policy={policy.name} />
          </div>
        </Tab>
        <Tab eventKey="document" title={<TabTitleText>Document</TabTitleText>}>
          <pre className="code" tabIndex={0} aria-label="The document as YAML">
            {yamlOf(policy.document)}
          </pre>
        </Tab>
        <Tab eventKey="versions" title={<TabTitleText>Versions</TabTitleText>}>
          <Versions policy={policy} />
        </Tab>
      </Tabs>
    </div>
  );
}
