import { Link } from 'react-router';
import { Nothing } from '../shared/Nothing';
import { Page } from '../shared/Page';

export function Unknown() {
  return (
    <Page title="No such page">
      <Nothing title="Nothing lives at this address">
        The address may be mistyped. Go to the <Link to="/">overview</Link>.
      </Nothing>
    </Page>
  );
}
