import {
  ActionGroup,
  Button,
  Content,
  DescriptionList,
  FileUpload,
  Form,
  FormGroup,
} from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';
import { Fact } from './Facts';

type Status = Schemas['CredentialStatus'];

/** What the hub calls the gateway with: given, described, forgotten, never shown again. */
export function Credential({ gateway }: { gateway: string }) {
  const path = { params: { path: { gateway } } };
  const key = ['gateways', gateway, 'credential'];
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const status = useQuery({
    queryKey: key,
    queryFn: () => answered<Status>(hub.GET('/api/gateways/{gateway}/vendor-credential', path)),
  });
  const store = useMutation({
    mutationFn: (json: string) =>
      answered<Status>(
        hub.PUT('/api/gateways/{gateway}/vendor-credential', {
          ...path,
          body: json as never,
          bodySerializer: (body: unknown) => body as string,
          headers: { 'Content-Type': 'application/json' },
        }),
      ),
    onSuccess: (stored) => {
      setText('');
      store.reset();
      queries.setQueryData(key, stored);
    },
  });
  const forget = useMutation({
    mutationFn: () => answered(hub.DELETE('/api/gateways/{gateway}/vendor-credential', path)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    store.mutate(text);
  };
  return (
    <div className="stack">
      <Asked query={status} what="The credential">
        {(held) => (
          <DescriptionList isHorizontal isCompact>
            <Fact name="Stored">{held.present ? 'yes' : 'none; the hub uses the identity of its machine'}</Fact>
            {held.type && <Fact name="Type">{held.type}</Fact>}
            {held.fingerprint && (
              <Fact name="Fingerprint">
                <code>{held.fingerprint}</code>
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
      <Form onSubmit={submit} autoComplete="off">
        <FormGroup label="New credential (Google’s JSON file)" fieldId="credential">
          <FileUpload
            id="credential"
            type="text"
            value={text}
            filenamePlaceholder="Drop or choose a file"
            allowEditingUploadedText={false}
            hideDefaultPreview
            filename={text === '' ? '' : `${text.length} characters, not shown`}
            dropzoneProps={{ maxSize: 65_536 }}
            onDataChange={(_, content) => setText(content)}
            onClearClick={() => setText('')}
            browseButtonText="Choose"
            clearButtonText="Clear"
          />
        </FormGroup>
        {store.isError && <Problems failure={store.error} />}
        {forget.isError && <Problems failure={forget.error} />}
        <ActionGroup>
          <Button type="submit" isDisabled={text === '' || store.isPending} isLoading={store.isPending}>
            Store
          </Button>
          {status.data?.present && (
            <Button variant="danger" onClick={() => setAsked(true)} isDisabled={forget.isPending}>
              Forget
            </Button>
          )}
          <CopyAs what="CLI command" text={() => command('credential', 'set', gateway, '-f', 'key.json')} />
        </ActionGroup>
      </Form>
      <Content component="small">It is sealed when stored. No answer of the hub, log, plan or audit record holds it.</Content>
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
          The hub calls {gateway} with the identity of its machine from now on.
        </Confirm>
      )}
    </div>
  );
}
