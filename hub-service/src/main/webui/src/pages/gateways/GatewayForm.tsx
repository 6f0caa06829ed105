import { ActionGroup, Alert, Button, Form, FormGroup, FormSelect, FormSelectOption, Radio, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { storeCredential, testConnection } from '../../api/connection';
import { answered, hub } from '../../api/hub';
import { applyCommand } from '../../shared/apply';
import { CopyAs } from '../../shared/CopyAs';
import { applyDocument } from '../../shared/DocumentForm';
import { Problems } from '../../shared/Problems';
import { FIELDS, firstDocument, isUsable, missing, valueAt, VENDORS, withValue, type Vendor } from './form';
import { Hint, SecretFields } from './SecretFields';
import { TestResult } from './TestResult';

const WRITES = { path: ['spec', 'writes'], label: 'Delivery', hint: '' };

/** Fields and text are two sights of one document; the text is what is sent. */
export function GatewayForm({ vendor, onVendor }: { vendor: Vendor; onVendor: (vendor: string) => void }) {
  const [text, setText] = useState(() => firstDocument(vendor));
  const [credential, setCredential] = useState('');
  const usable = isUsable(text);
  const store = useStore(text, credential);
  const test = useMutation({ mutationFn: () => testConnection(text, credential) });
  const edit = (next: string) => {
    setText(next);
    test.reset();
    store.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    store.mutate();
  };
  const unfilled = usable ? missing(text, vendor) : undefined;
  const idle = !store.isPending && !test.isPending;
  return (
    <div className="stack">
      <Form onSubmit={submit} autoComplete="off" isWidthLimited>
        <FormGroup label="Begin with" fieldId="vendor">
          <FormSelect id="vendor" value={vendor} onChange={(_, value) => onVendor(value)}>
            {VENDORS.map((name) => (
              <FormSelectOption key={name} value={name} label={name} />
            ))}
          </FormSelect>
        </FormGroup>
        {FIELDS[vendor].map((field) => {
          const id = `field-${field.path.join('-')}`;
          return (
            <FormGroup key={id} label={field.label} fieldId={id} isRequired={!field.optional}>
              <TextInput
                id={id}
                value={valueAt(text, field.path)}
                isDisabled={!usable}
                isRequired={!field.optional}
                onChange={(_, value) => edit(withValue(text, field, value))}
              />
              <Hint text={field.hint} />
            </FormGroup>
          );
        })}
        <FormGroup role="radiogroup" label="Delivery" fieldId="writes">
          <Radio
            id="writes-observe"
            name="writes"
            label="Observe only"
            description="Entente reads, explains and shows drift. It sends nothing that changes the gateway; plans can be made and not applied."
            isChecked={valueAt(text, WRITES.path) !== 'managed'}
            isDisabled={!usable}
            onChange={() => edit(withValue(text, WRITES, 'observeOnly'))}
          />
          <Radio
            id="writes-managed"
            name="writes"
            label="Managed"
            description="Approved plans are applied. Only objects and fields of ours are written; what others own stays as it is."
            isChecked={valueAt(text, WRITES.path) === 'managed'}
            isDisabled={!usable}
            onChange={() => edit(withValue(text, WRITES, 'managed'))}
          />
        </FormGroup>
        {vendor === 'envoy' ? (
          <Alert isInline isPlain variant="info" title="An Envoy calls the hub, with a token that the hub issues once the gateway is stored." />
        ) : (
          <SecretFields
            vendor={vendor}
            onChange={(given) => {
              setCredential(given);
              test.reset();
            }}
          />
        )}
        <FormGroup label="Gateway document" fieldId="document">
          <TextArea id="document" className="document" value={text} onChange={(_, value) => edit(value)} rows={Math.min(24, Math.max(10, text.split('\n').length + 1))} spellCheck={false} resizeOrientation="vertical" />
          <Hint text={usable ? 'The fields above write into it; labels and the rest can be written here. The credential is no part of it.' : 'This is no single YAML document now, so the fields above rest.'} />
        </FormGroup>
        {unfilled && <Hint text={`Still to be filled: ${unfilled.label}.`} />}
        {test.isError && <Problems failure={test.error} title="The test could not begin" />}
        {store.isError && <Problems failure={store.error} />}
        {store.isError && store.stored && (
          <Alert isInline variant="warning" title={`The gateway is stored; what came after is not done.`}>
            <Link to={`/gateways/${encodeURIComponent(store.stored)}?tab=credential`}>Go to the gateway</Link> and store its credential there, or press Store again.
          </Alert>
        )}
        <ActionGroup>
          <Button variant="secondary" onClick={() => test.mutate()} isDisabled={!idle || text.trim() === '' || unfilled !== undefined} isLoading={test.isPending}>
            Test connection
          </Button>
          <Button type="submit" isDisabled={!idle || text.trim() === '' || unfilled !== undefined} isLoading={store.isPending}>
            Store
          </Button>
          <CopyAs what="CLI command" text={() => applyCommand(text)} />
        </ActionGroup>
      </Form>
      {test.data && <TestResult test={test.data} />}
    </div>
  );
}

/** Stores the document, then the credential, has the gateway read, and goes to its page. */
function useStore(text: string, credential: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [stored, setStored] = useState<string>();
  const store = useMutation({
    mutationFn: async () => {
      const applied = await applyDocument(text, false);
      const name = applied.find((one) => one.kind === 'Gateway')?.name;
      setStored(name);
      if (name === undefined) {
        return undefined;
      }
      if (credential !== '') {
        await storeCredential(name, credential);
      }
      // How it went is shown on the gateway's page; storing went well either way.
      void answered(hub.POST('/api/gateways/{gateway}/refresh', { params: { path: { gateway: name } } }))
        .catch(() => undefined)
        .finally(() => void queries.invalidateQueries({ queryKey: ['gateways'] }));
      return name;
    },
    onSuccess: (name) => {
      void queries.invalidateQueries();
      void navigate(name === undefined ? '/gateways' : `/gateways/${encodeURIComponent(name)}`);
    },
  });
  return { ...store, stored };
}
