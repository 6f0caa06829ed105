import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { GatewayForm } from './GatewayForm';
import { vendorOf } from './form';

/** A new gateway: its document, what it is called with, and a test before anything is stored. */
export default function NewGateway() {
  const { get, set } = useUrl();
  const vendor = vendorOf(get('vendor', 'kong'));
  return (
    <Page title="Add a gateway" about="A document names the gateway and how it is reached. It is observed only until its document says writes: managed.">
      <GatewayForm key={vendor} vendor={vendor} onVendor={(next) => set({ vendor: next })} />
    </Page>
  );
}
