import { Tab, Tabs, TabTitleText, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useApis, useGateways } from '../../api/queries';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { Events } from './Events';
import { Figures } from './Figures';
import { LiveTail } from './LiveTail';
import { OpenedEvent } from './OpenedEvent';
import { RangeFields } from './RangeFields';
import { RequestErrors } from './RequestErrors';
import { chosenOf, GROUPS, questionOf, type Chosen } from './question';
import { METRICS } from './series';

/** Tabs that the command line has by the same name. */
const VIEWS = ['events', 'errors', 'live'];
const OPTIONS: Required<Chosen> = { status: '--status', minMillis: '--min-millis', trace: '--trace' };

/** Requests of all gateways: counts, chart, the last errors, and as they happen. */
export default function Traffic() {
  const { params, get, set } = useUrl();
  const question = questionOf(params);
  const tab = get('tab', 'figures');
  const gateways = useGateways();
  const apis = useApis();
  return (
    <Page title="Traffic" about="Requests that gateways told the hub of, one by one.">
      <Toolbar>
        <ToolbarContent>
          <RangeFields />
          <Choice name="gateway" label="Gateway" options={(gateways.data ?? []).map((one) => one.name)} all="All gateways" />
          <Choice name="api" label="API" options={(apis.data ?? []).map((one) => one.name)} all="All APIs" />
          <Choice name="groupBy" label="Group by" options={[...GROUPS]} fallback="gateway" />
          <Choice name="metric" label="Shown in the chart" options={[...METRICS]} fallback="requests" />
          <ToolbarItem>
            <CopyAs
              what="CLI command"
              text={() =>
                command(
                  'traffic',
                  VIEWS.includes(tab) ? tab : 'summary',
                  ...(tab === 'live' ? [] : ['--from', question.from, '--group-by', question.groupBy]),
                  ...(question.gateway ? ['--gateway', question.gateway] : []),
                  ...(question.api ? ['--api', question.api] : []),
                  ...(tab === 'events' ? Object.entries(chosenOf(params)).flatMap(([name, value]) => [OPTIONS[name as keyof Chosen], value]) : []),
                )
              }
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Tabs activeKey={tab} onSelect={(_, key) => set({ tab: String(key) })} aria-label="Views of the traffic" mountOnEnter unmountOnExit>
        <Tab eventKey="figures" title={<TabTitleText>Figures</TabTitleText>}>
          <Figures question={question} />
        </Tab>
        <Tab eventKey="events" title={<TabTitleText>Events</TabTitleText>}>
          <Events question={question} />
        </Tab>
        <Tab eventKey="errors" title={<TabTitleText>Last errors</TabTitleText>}>
          <RequestErrors question={question} />
        </Tab>
        <Tab eventKey="live" title={<TabTitleText>Live</TabTitleText>}>
          <LiveTail question={question} />
        </Tab>
      </Tabs>
      <OpenedEvent />
    </Page>
  );
}
