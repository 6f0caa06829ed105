import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { StoredPolicy } from '../../api/answers';
import { answered, hub, type Schemas } from '../../api/hub';
import { useApis } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { yamlOf } from '../../shared/copy';
import type { Schema } from '../../shared/editor/schema';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { PolicyEditor } from './PolicyEditor';
import { kindsOf, startOf } from './starts';

type Stored = (applied: Schemas['AppliedDocument'][]) => void;

/** Writes a new policy, or a new version of one. */
export default function EditPolicy() {
  const { name } = useParams();
  const navigate = useNavigate();
  const stored: Stored = (applied) => {
    const policy = applied.find((one) => one.kind === 'Policy');
    void navigate(policy ? `/policies/${encodeURIComponent(policy.name)}` : '/policies');
  };
  return (
    <Page
      title={name === undefined ? 'Write a policy' : `Edit ${name}`}
      about="While you write, the hub says what each gateway would make of it. Nothing is stored before you store it."
    >
      {name === undefined ? <Fresh onStored={stored} /> : <Existing name={name} onStored={stored} />}
    </Page>
  );
}

function Fresh({ onStored }: { onStored: Stored }) {
  const schema = useQuery({
    queryKey: ['schema', 'policy'],
    queryFn: () => answered<Schema>(hub.GET('/api/schemas/policy')),
    staleTime: Infinity,
  });
  return (
    <Asked query={schema} what="The schema of policies">
      {(found) => <Begun schema={found} onStored={onStored} />}
    </Asked>
  );
}

function Begun({ schema, onStored }: { schema: Schema; onStored: Stored }) {
  const { get, set } = useUrl();
  const apis = useApis();
  const [wanted, setWanted] = useState<string>();
  const typed = useRef<string>(undefined);
  const kinds = kindsOf(schema);
  const kind = kinds.includes(get('kind')) ? get('kind') : (kinds[0] ?? '');
  // The first API of the estate, as it was when the page was opened: a document must not change under the writer.
  const [api, setApi] = useState<string>();
  if (api === undefined && !apis.isPending) {
    setApi(apis.data?.[0]?.name ?? 'API');
  }
  const initial = startOf(kind, schema, api);
  const begin = (next: string) => {
    typed.current = undefined;
    set({ kind: next });
    setWanted(undefined);
  };
  const choose = (next: string) => {
    if (typed.current === undefined || typed.current === initial) {
      begin(next);
    } else {
      setWanted(next);
    }
  };
  const note = useCallback((text: string) => {
    typed.current = text;
  }, []);
  return (
    <div className="stack">
      <FormGroup label="Begin with" fieldId="begin">
        <FormSelect id="begin" className="short" value={kind} onChange={(_, value) => choose(value)}>
          {kinds.map((one) => (
            <FormSelectOption key={one} value={one} label={one} />
          ))}
        </FormSelect>
      </FormGroup>
      {api !== undefined && <PolicyEditor key={kind} initial={initial} onStored={onStored} onText={note} />}
      {wanted !== undefined && (
        <Confirm title="Begin again?" action="Begin again" danger onConfirm={() => begin(wanted)} onCancel={() => setWanted(undefined)}>
          What you wrote is replaced by a document of kind {wanted}.
        </Confirm>
      )}
    </div>
  );
}

function Existing({ name, onStored }: { name: string; onStored: Stored }) {
  // Asked once: what is being typed must not be replaced by a newer version.
  const policy = useQuery({
    queryKey: ['policies', name, 'to edit'],
    queryFn: () => answered<StoredPolicy>(hub.GET('/api/policies/{name}', { params: { path: { name } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Asked query={policy} what="The policy">
      {(found) => <PolicyEditor initial={yamlOf(found.document)} onStored={onStored} />}
    </Asked>
  );
}
