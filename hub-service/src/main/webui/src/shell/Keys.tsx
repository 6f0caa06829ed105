import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { pageOf, SHORTCUTS } from './keys';

/** Goes to pages by two keys, and says by which on `?`. */
export function Keys() {
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let first = '';
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const page = pageOf(first, event.key);
      first = event.key;
      if (event.key === '?') {
        setShown(true);
      } else if (page !== undefined) {
        first = '';
        void navigate(page);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate]);
  return shown ? (
    <Modal isOpen variant="small" onClose={() => setShown(false)} aria-labelledby="keys-title">
      <ModalHeader title="Keys" labelId="keys-title" />
      <ModalBody>
        <DescriptionList isHorizontal isCompact>
          {SHORTCUTS.map(({ keys, title }) => (
            <DescriptionListGroup key={keys}>
              <DescriptionListTerm>
                <kbd>{keys}</kbd>
              </DescriptionListTerm>
              <DescriptionListDescription>{title}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
      </ModalBody>
    </Modal>
  ) : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"], .cm-editor') !== null);
}
