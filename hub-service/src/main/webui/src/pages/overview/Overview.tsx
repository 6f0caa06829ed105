import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useDrift, useGateways, usePlans, usePolicies, useTrafficByGateway } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Nothing } from '../../shared/Nothing';
import { Page } from '../../shared/Page';
import { AttentionList } from './AttentionList';
import { GatewayTable } from './GatewayTable';
import { Multiples } from './Multiples';
import { Totals } from './Totals';

/** Gateways' health, traffic, drift, and what waits for a person now. */
export default function Overview() {
  const gateways = useGateways();
  const plans = usePlans();
  const drift = useDrift();
  const policies = usePolicies();
  const traffic = useTrafficByGateway();
  return (
    <Page title="Overview">
      <Asked query={gateways} what="The gateways">
        {(known) =>
          known.length === 0 ? (
            <Nothing title="No gateway yet" next="./entente apply -f gateway.yaml">
              Entente reads gateways that a document names. ./run brings three of them; your own join with a Gateway document, by command or <Link to="/add-gateway">here, with a test of the connection</Link>.
            </Nothing>
          ) : (
            <div className="stack">
              <Totals traffic={traffic} />
              <Gallery hasGutter minWidths={{ default: '100%' }}>
                <Card isCompact>
                  <CardTitle component="h2">What needs a person now</CardTitle>
                  <CardBody>
                    <AttentionList gateways={known} plans={plans} drift={drift} policies={policies} />
                  </CardBody>
                </Card>
                <Multiples gateways={known} />
                <Card isCompact>
                  <CardTitle component="h2">Gateways</CardTitle>
                  <CardBody>
                    <GatewayTable gateways={known} traffic={traffic.data} drift={drift.data} />
                  </CardBody>
                </Card>
              </Gallery>
            </div>
          )
        }
      </Asked>
    </Page>
  );
}
