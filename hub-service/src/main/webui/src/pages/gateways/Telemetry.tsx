import { Content, DescriptionList } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Heads } from '../../shared/Heads';
import { count } from '../../shared/numbers';
import { When } from '../../shared/When';
import { Fact } from './Facts';

type View = Schemas['TelemetryView'];

/** Whether what the gateway counted also arrived. */
export function Telemetry({ gateway }: { gateway: string }) {
  const telemetry = useQuery({
    queryKey: ['gateways', gateway, 'telemetry'],
    queryFn: () => answered<View>(hub.GET('/api/gateways/{gateway}/telemetry', { params: { path: { gateway } } })),
    refetchInterval: LIVE,
  });
  return (
    <Asked query={telemetry} what="The telemetry">
      {(view) => (
        <div className="stack">
          <DescriptionList isHorizontal isCompact>
            <Fact name="Comparison">
              <Badge state={view.state} />
            </Fact>
            {view.failure && <Fact name="Why it fails">{view.failure}</Fact>}
            {(view.state === 'MEASURED' || view.state === 'FAILING') && (
              <>
                <Fact name="Counted by the gateway">{count(view.counted)}</Fact>
                <Fact name="Arrived here">{count(view.arrived)}</Fact>
                <Fact name="Missing">{count(view.missing)}</Fact>
                <Fact name="Counters began again">{count(view.restarts)} times</Fact>
              </>
            )}
            {view.since && (
              <Fact name="Since">
                <When at={view.since} />
              </Fact>
            )}
            {view.asOf && (
              <Fact name="As of">
                <When at={view.asOf} />
              </Fact>
            )}
            {view.syslog && (
              <Fact name="Lines over syslog">
                {count(view.syslog.accepted)} taken, {count(view.syslog.refused)} refused, last <When at={view.syslog.last} />
              </Fact>
            )}
          </DescriptionList>
          {view.apis.length > 0 && <Counted what="API" rows={view.apis.map((one) => ({ name: one.api, ...one }))} />}
          {view.nodes.length > 0 && <Counted what="Process" rows={view.nodes.map((one) => ({ name: one.node, ...one }))} />}
          {view.state === 'NOT_MEASURED' ? (
            <Content component="small">The hub has no counters of this gateway to compare with.</Content>
          ) : (
            <Content component="small">{view.note}</Content>
          )}
          {view.syslog && <Content component="small">{view.syslog.note}</Content>}
          {view.vendor && <Content component="small">{view.vendor.note}</Content>}
        </div>
      )}
    </Asked>
  );
}

interface Row {
  name: string;
  counted: number;
  arrived: number;
  missing: number;
}

function Counted({ what, rows }: { what: string; rows: Row[] }) {
  return (
    <Table aria-label={`Requests by ${what}`} variant="compact">
      <Heads names={[what, 'Counted by the gateway', 'Arrived here', 'Missing']} />
      <Tbody>
        {rows.map((one) => (
          <Tr key={one.name}>
            <Td dataLabel={what}>{one.name}</Td>
            <Td dataLabel="Counted by the gateway">{count(one.counted)}</Td>
            <Td dataLabel="Arrived here">{count(one.arrived)}</Td>
            <Td dataLabel="Missing">{count(one.missing)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
