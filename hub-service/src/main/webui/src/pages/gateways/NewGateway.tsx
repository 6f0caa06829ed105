import { useState } from 'react';
import { FormSelect, FormSelectOption, FormGroup, Form } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { DocumentForm } from '../../shared/DocumentForm';
import { Page } from '../../shared/Page';

/** A first document for each vendor; the address in it is an example to be replaced. */
const START: Record<string, string> = {
  envoy: `apiVersion: entente.io/v1alpha1
kind: Gateway
metadata: {name: NAME}
spec:
  vendor: envoy
  writes: observeOnly
  listener: {address: 127.0.0.1, port: 10000}
`,
  kong: `apiVersion: entente.io/v1alpha1
kind: Gateway
metadata: {name: NAME}
spec:
  vendor: kong
  writes: observeOnly
  connection: {admin: "http://10.0.0.5:8001", status: "http://10.0.0.5:8007", nodes: 1}
`,
  apigee: `apiVersion: entente.io/v1alpha1
kind: Gateway
metadata: {name: NAME}
spec:
  vendor: apigee
  writes: observeOnly
  connection: {organization: ORGANIZATION, environment: ENVIRONMENT}
`,
};

export default function NewGateway() {
  const [vendor, setVendor] = useState('kong');
  const navigate = useNavigate();
  return (
    <Page title="Add a gateway" about="A document names the gateway and how it is reached. It is observed only until its document says writes: managed.">
      <div className="stack">
        <Form isHorizontal>
          <FormGroup label="Begin with" fieldId="vendor">
            <FormSelect id="vendor" value={vendor} onChange={(_, value) => setVendor(value)}>
              {Object.keys(START).map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </FormGroup>
        </Form>
        <DocumentForm
          key={vendor}
          label="Gateway document"
          kind="gateway"
          initial={START[vendor] ?? ''}
          onStored={(applied) => {
            const gateway = applied.find((one) => one.kind === 'Gateway');
            void navigate(gateway ? `/gateways/${encodeURIComponent(gateway.name)}` : '/gateways');
          }}
        />
      </div>
    </Page>
  );
}
