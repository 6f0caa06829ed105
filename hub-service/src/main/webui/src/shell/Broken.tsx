import { useRouteError } from 'react-router';
import { Page } from '../shared/Page';
import { Problems } from '../shared/Problems';

/** A page that failed while it was drawn; the others still work. */
export function Broken() {
  return (
    <Page title="This page failed">
      <Problems failure={useRouteError()} />
    </Page>
  );
}
