import { Button, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { useState } from 'react';
import { copy } from './copy';

/** Copies a text; where the browser forbids it, shows the text to be copied by hand. */
export function CopyAs({ what, text }: { what: string; text: () => string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const press = async () => {
    const done = await copy(text());
    setState(done ? 'copied' : 'shown');
    if (done) {
      setTimeout(() => setState('idle'), 2_000);
    }
  };
  return (
    <>
      <Button variant="link" size="sm" icon={<CopyIcon />} onClick={() => void press()}>
        {state === 'copied' ? 'Copied' : `Copy as ${what}`}
      </Button>
      <span role="status" className="pf-v6-screen-reader">
        {state === 'copied' ? `${what} copied` : ''}
      </span>
      {state === 'shown' && (
        <Modal isOpen variant="medium" onClose={() => setState('idle')} aria-label={what}>
          <ModalHeader title={what} description="This browser lets no page write to the clipboard here; copy it by hand." />
          <ModalBody>
            <pre className="code" tabIndex={0}>{text()}</pre>
          </ModalBody>
        </Modal>
      )}
    </>
  );
}
