import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/hub';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { detailText, linkOf } from './subject';

/** One record with all that stands in it, and how it is chained. */
export function Entry({ record, onClose }: { record: Schemas['AuditRecord']; onClose: () => void }) {
  const link = linkOf(record.subject);
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="entry-title">
      <ModalHeader title={`Entry ${record.seq}`} labelId="entry-title" />
      <ModalBody className="stack">
        <DescriptionList isHorizontal isCompact>
          <Term name="When">{record.at}</Term>
          <Term name="Who">{record.actor}</Term>
          <Term name="Did">{record.action}</Term>
          <Term name="To">{link ? <Link to={link}>{record.subject}</Link> : record.subject}</Term>
          <Term name="Hash">
            <code className="hash">{record.hash}</code>
          </Term>
          <Term name="Follows">
            <code className="hash">{record.previousHash}</code>
          </Term>
        </DescriptionList>
        {record.detail !== '{}' && (
          <pre className="code" tabIndex={0} aria-label="Detail">
            {detailText(record.detail)}
          </pre>
        )}
        <CopyAs what="YAML" text={() => yamlOf(record)} />
      </ModalBody>
    </Modal>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
