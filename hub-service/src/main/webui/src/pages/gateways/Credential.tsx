import { ActionGroup, Button, Content, DescriptionList, Form } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { storeCredential, type CredentialStatus } from '../../api/connection';
import { answered, hub } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';
import { Fact } from './Facts';
import { SecretFields } from './SecretFields';

const WITHOUT: Record<string, string> = {
  kong: 'none; the Admin API is called without a token',
  apigee: 'none; the hub uses the identity of its machine',
};

/** What the hub calls the gateway with: given, described, forgotten, never shown again. */
export function Credential({ gateway, vendor }: { gateway: string; vendor: string }) {
  const path = { params: { path: { gateway } } };
  const key = ['gateways', gateway, 'credential'];
  const queries = useQueryClient();
  const [given, setGiven] = useState('');
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState(false);
  const status = useQuery({
    queryKey: key,
    queryFn: () => answered<CredentialStatus>(hub.GET('/api/gateways/{gateway}/vendor-credential', path)),
  });
  const store = useMutation({
    mutationFn: (credential: string) => storeCredential(gateway, credential),
    onSuccess: (stored) => {
      setGiven('');
      setRound((number) => number + 1);
      store.reset();
      queries.setQueryData(key, stored);
      void queries.invalidateQueries({ queryKey: ['gateways', gateway, 'profile'] });
    },
  });
  const forget = useMutation({
    mutationFn: () => answered(hub.DELETE('/api/gateways/{gateway}/vendor-credential', path)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    store.mutate(given);
  };
  return (
    <div className="stack">
      <Asked query={status} what="The credential">
        {(held) => (
          <DescriptionList isHorizontal isCompact>
            <Fact name="Stored">{held.present ? 'yes' : (WITHOUT[vendor] ?? 'none')}</Fact>
            {held.type && <Fact name="Type">{held.type}</Fact>}
            {held.fingerprint && (
              <Fact name="Fingerprint">
                <code>{held.fingerprint}</code>
              </Fact>
            )}
            {held.calledAt && (
              <Fact name="Sent only to">
                <code>{held.calledAt}</code>
              </Fact>
            )}
            {held.setAt && (
              <Fact name="Set">
                <When at={held.setAt} />
              </Fact>
            )}
          </DescriptionList>
        )}
      </Asked>
      <Form onSubmit={submit} autoComplete="off" isWidthLimited>
        <SecretFields key={round} vendor={vendor} onChange={setGiven} />
        {store.isError && <Problems failure={store.error} />}
        {forget.isError && <Problems failure={forget.error} />}
        <ActionGroup>
          <Button type="submit" isDisabled={given === '' || store.isPending} isLoading={store.isPending}>
            {status.data?.present ? 'Replace' : 'Store'}
          </Button>
          {status.data?.present && (
            <Button variant="danger" onClick={() => setAsked(true)} isDisabled={forget.isPending}>
              Forget
            </Button>
          )}
          <CopyAs what="CLI command" text={() => command('credential', 'set', gateway, '-f', vendor === 'kong' ? 'token.json' : 'key.json')} />
        </ActionGroup>
      </Form>
      <Content component="small">
        It is sealed when stored. No answer of the hub, log, plan or audit record holds it. If the document names another address later, it is not sent there until it is
        stored again.
      </Content>
      {asked && (
        <Confirm
          title="Forget the credential?"
          action="Forget"
          danger
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            forget.mutate();
          }}
        >
          {vendor === 'kong'
            ? `The hub calls ${gateway} without a token from now on; a protected Admin API will refuse that.`
            : `The hub calls ${gateway} with the identity of its machine from now on.`}
        </Confirm>
      )}
    </div>
  );
}
