import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { answered, hub } from '../../api/hub';
import type { EventDetail } from '../../api/traffic';
import { Asked } from '../../shared/Asked';
import { useUrl } from '../../shared/url';
import { EventFacts } from './EventFacts';

/** The one event that the address names, with all that is known of it. */
export function OpenedEvent() {
  const { get, set } = useUrl();
  const id = get('event');
  const gateway = get('of');
  const event = useQuery({
    queryKey: ['traffic', 'event', gateway, id],
    queryFn: () =>
      answered<EventDetail>(hub.GET('/api/traffic/events/{id}', { params: { path: { id }, query: gateway ? { gateway } : {} } })),
    enabled: id !== '',
    staleTime: Infinity,
  });
  return id === '' ? null : (
    <Modal isOpen variant="medium" onClose={() => set({ event: '', of: '' })} aria-label="Event">
      <ModalHeader title={`Request ${id}`} />
      <ModalBody tabIndex={0} aria-label="What is known of the event">
        <Asked query={event} what="The event">
          {(found) => <EventFacts event={found} />}
        </Asked>
      </ModalBody>
    </Modal>
  );
}
