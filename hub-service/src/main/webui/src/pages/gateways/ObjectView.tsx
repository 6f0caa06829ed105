import { Button, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import type { Tree } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { bytes } from '../../shared/numbers';
import { field, list, text } from '../../shared/tree';
import { useUrl } from '../../shared/url';
import { ObjectDecisions } from '../drift/ObjectDecisions';

interface Props {
  gateway: string;
  kind: string;
  id: string;
  onClose: () => void;
}

/** One object as the gateway has it; where it is made of files, their list and the text of one. */
export function ObjectView({ gateway, kind, id, onClose }: Props) {
  const { get, set } = useUrl();
  const file = get('file');
  const path = { gateway, kind, id };
  const object = useQuery({
    queryKey: ['gateways', gateway, 'native', kind, id],
    queryFn: () => answered<Tree>(hub.GET('/api/gateways/{gateway}/native/{kind}/{id}', { params: { path } })),
  });
  return (
    <Modal isOpen variant="large" onClose={onClose} aria-labelledby="object-title">
      <ModalHeader title={`${kind}/${id}`} labelId="object-title" />
      <ModalBody className="stack">
        <ObjectDecisions gateway={gateway} object={`${kind}/${id}`} />
        <Asked query={object} what="The object">
          {(tree) =>
            isFiles(tree) ? (
              <>
                <ul>
                  {list(field(tree, 'files')).map((one) => {
                    const name = text(field(one, 'name'));
                    return (
                      <li key={name}>
                        <Button variant="link" isInline onClick={() => set({ file: name })}>
                          {name}
                        </Button>{' '}
                        {sizeOf(one)}
                      </li>
                    );
                  })}
                </ul>
                {file !== '' && <FileText path={path} name={file} />}
              </>
            ) : (
              <>
                <CopyAs what="YAML" text={() => yamlOf(tree)} />
                <pre className="code" tabIndex={0} aria-label="The object as YAML">
                  {yamlOf(tree)}
                </pre>
              </>
            )
          }
        </Asked>
      </ModalBody>
    </Modal>
  );
}

function isFiles(tree: Tree): boolean {
  const files = field(tree, 'files');
  return Array.isArray(files) && files.every((one) => text(field(one, 'hash')) !== '');
}

function sizeOf(file: Tree): string {
  const size = field(file, 'size');
  return typeof size === 'number' ? `(${bytes(size)})` : '';
}

function FileText({ path, name }: { path: { gateway: string; kind: string; id: string }; name: string }) {
  const file = useQuery({
    queryKey: ['gateways', path.gateway, 'native', path.kind, path.id, name],
    queryFn: () =>
      answered<string>(
        hub.GET('/api/gateways/{gateway}/native/{kind}/{id}/file', {
          params: { path, query: { name } },
          parseAs: 'text',
        }),
      ),
  });
  return (
    <Asked query={file} what={name}>
      {(content) => (
        <pre className="code" tabIndex={0} aria-label={name}>
          {content}
        </pre>
      )}
    </Asked>
  );
}
