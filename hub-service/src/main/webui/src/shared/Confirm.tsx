import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  action: string;
  children: ReactNode;
  danger?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks once more before something happens. */
export function Confirm({ title, action, children, danger = false, onConfirm, onCancel }: Props) {
  return (
    <Modal isOpen variant="small" onClose={onCancel} aria-labelledby="confirm-title" aria-describedby="confirm-body">
      <ModalHeader title={title} labelId="confirm-title" />
      <ModalBody id="confirm-body">{children}</ModalBody>
      <ModalFooter>
        <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
          {action}
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
