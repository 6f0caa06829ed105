import { Link } from 'react-router';
import type { StoredDocument } from '../../api/answers';
import { useApis, useGateways } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { labelsOf, placesOf, routesOf } from './documents';

const COLUMNS: Column<StoredDocument>[] = [
  {
    key: 'name',
    title: 'API',
    value: (row) => row.name,
    show: (row) => <Link to={`/estate/${encodeURIComponent(row.name)}`}>{row.name}</Link>,
  },
  {
    key: 'gateways',
    title: 'Lives on',
    value: (row) =>
      placesOf(row.document)
        .map((place) => place.gateway)
        .join(', '),
  },
  { key: 'routes', title: 'Routes', value: (row) => routesOf(row.document).length },
  { key: 'labels', title: 'Labels', value: (row) => labelsOf(row.document).join(', ') },
  { key: 'version', title: 'Version', value: (row) => row.version },
  { key: 'changed', title: 'Changed', value: (row) => row.createdAt, show: (row) => <When at={row.createdAt} /> },
];

/** The APIs and where they live. */
export default function Estate() {
  const apis = useApis();
  const gateways = useGateways();
  const { get } = useUrl();
  const gateway = get('gateway');
  const label = get('label');
  return (
    <Page title="Estate" about="APIs, and the gateways they live on.">
      <Asked query={apis} what="The APIs">
        {(all) => (
          <Listing
            label="APIs"
            rows={all.filter(
              (api) =>
                (gateway === '' || placesOf(api.document).some((place) => place.gateway === gateway)) &&
                (label === '' || labelsOf(api.document).includes(label)),
            )}
            columns={COLUMNS}
            rowKey={(row) => row.name}
            first={{ key: 'name', down: false }}
            filters={
              <>
                <Choice name="gateway" label="Gateway" options={(gateways.data ?? []).map((one) => one.name)} all="All gateways" />
                <Choice name="label" label="Label" options={[...new Set(all.flatMap((api) => labelsOf(api.document)))].sort()} all="Any label" />
                <CopyAs what="CLI command" text={() => command('get', 'apis')} />
              </>
            }
            nothing={
              all.length === 0 ? (
                <Nothing title="No API yet" next="./entente apply -f api.yaml">
                  An Api document names an API, its routes, and the gateways it lives on. What gateways hold without one stands on their own pages.
                </Nothing>
              ) : undefined
            }
          />
        )}
      </Asked>
    </Page>
  );
}
