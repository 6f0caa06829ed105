import { Button, ExpandableSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoredPolicy } from '../../api/answers';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Confirm } from '../../shared/Confirm';
import { command, yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Problems } from '../../shared/Problems';
import { When } from '../../shared/When';
import { VersionDiff } from './VersionDiff';

/** Every version of a policy; going back stores an old one as a new version. */
export function Versions({ policy }: { policy: StoredPolicy }) {
  const path = { params: { path: { name: policy.name } } };
  const queries = useQueryClient();
  const [asked, setAsked] = useState<number>();
  const versions = useQuery({
    queryKey: ['policies', policy.name, 'versions', policy.version],
    queryFn: () => answered<StoredPolicy[]>(hub.GET('/api/policies/{name}/versions', path)),
  });
  const back = useMutation({
    mutationFn: (toVersion: number) =>
      answered<Schemas['AppliedDocument']>(hub.POST('/api/policies/{name}/rollback', { ...path, body: { toVersion } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['policies'] }),
  });
  return (
    <Asked query={versions} what="The versions">
      {(all) => (
        <div className="stack">
          <VersionDiff versions={all} />
          {back.isError && <Problems failure={back.error} />}
          <Table aria-label="Versions" variant="compact">
            <Thead>
              <Tr>
                <Th modifier="nowrap">Version</Th>
                <Th modifier="nowrap">Stored</Th>
                <Th modifier="nowrap">By</Th>
                <Th modifier="nowrap">Document</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {[...all]
                .sort((a, b) => b.version - a.version)
                .map((one) => (
                  <Tr key={one.version}>
                    <Td dataLabel="Version">{one.version}</Td>
                    <Td dataLabel="Stored">
                      <When at={one.createdAt} />
                    </Td>
                    <Td dataLabel="By">{one.createdBy}</Td>
                    <Td dataLabel="Document">
                      <ExpandableSection toggleText={`Version ${one.version} as YAML`}>
                        <pre className="code" tabIndex={0} aria-label={`Version ${one.version}`}>
                          {yamlOf(one.document)}
                        </pre>
                      </ExpandableSection>
                    </Td>
                    <Td dataLabel="Actions">
                      {one.version === policy.version ? (
                        'current'
                      ) : (
                        <>
                          <Button variant="secondary" size="sm" isDisabled={back.isPending} onClick={() => setAsked(one.version)}>
                            Go back to {one.version}
                          </Button>
                          <CopyAs what="CLI command" text={() => command('rollback', 'policy', policy.name, '--to', String(one.version))} />
                        </>
                      )}
                    </Td>
                  </Tr>
                ))}
            </Tbody>
          </Table>
          {asked !== undefined && (
            <Confirm
              title={`Go back to version ${asked}?`}
              action="Go back"
              onCancel={() => setAsked(undefined)}
              onConfirm={() => {
                back.mutate(asked);
                setAsked(undefined);
              }}
            >
              Its text becomes the newest version of {policy.name}. Nothing changes on any gateway before a plan is approved and applied.
            </Confirm>
          )}
        </div>
      )}
    </Asked>
  );
}
