import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import type { StoredPolicy } from '../../api/answers';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { DocumentForm } from '../../shared/DocumentForm';
import { Page } from '../../shared/Page';

const START = `apiVersion: entente.io/v1alpha1
kind: Policy
metadata: {name: NAME}
spec:
  targetRefs: [{kind: Api, name: API}]
  rateLimit: {requests: 100, window: 1m, key: clientIp}
`;

/** Writes a new policy, or a new version of one. */
export default function EditPolicy() {
  const { name } = useParams();
  const navigate = useNavigate();
  const stored = (applied: Schemas['AppliedDocument'][]) => {
    const policy = applied.find((one) => one.kind === 'Policy');
    void navigate(policy ? `/policies/${encodeURIComponent(policy.name)}` : '/policies');
  };
  return (
    <Page title={name === undefined ? 'Write a policy' : `Edit ${name}`}>
      {name === undefined ? (
        <DocumentForm label="Policy document" initial={START} onStored={stored} />
      ) : (
        <Existing name={name} onStored={stored} />
      )}
    </Page>
  );
}

function Existing({ name, onStored }: { name: string; onStored: (applied: Schemas['AppliedDocument'][]) => void }) {
  // Asked once: what is being typed must not be replaced by a newer version.
  const policy = useQuery({
    queryKey: ['policies', name, 'to edit'],
    queryFn: () => answered<StoredPolicy>(hub.GET('/api/policies/{name}', { params: { path: { name } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Asked query={policy} what="The policy">
      {(found) => <DocumentForm label={`Document, from version ${found.version}`} initial={yamlOf(found.document)} onStored={onStored} />}
    </Asked>
  );
}
