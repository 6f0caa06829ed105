import { Button, Content, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, List, ListItem, Modal, ModalBody, ModalFooter, ModalHeader, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, hub } from '../../api/hub';
import type { Decision, DriftRow } from '../../api/drift';
import { CopyAs } from '../../shared/CopyAs';
import { DriftSides } from '../../shared/DriftSides';
import { Problems } from '../../shared/Problems';
import { commandOf, consequences, dayAfter, LONGEST_DAYS, untilOf, type Deciding } from './deciding';

const TITLE: Record<Deciding, string> = { adopt: 'Adopt what is there?', ignore: 'Ignore this drift?' };
const LABEL: Record<Deciding, string> = { adopt: 'Adopt', ignore: 'Ignore' };

/** Asks for the reason, and until when; says what follows. */
export function Decide({ what, row, onClose }: { what: Deciding; row: DriftRow; onClose: () => void }) {
  const [opened] = useState(Date.now);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(dayAfter(opened, 30));
  const until = untilOf(day, opened);
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: () => {
      const params = { path: { id: row.id } };
      const body = { seen: row.seen, reason };
      return what === 'adopt'
        ? answered<Decision>(hub.POST('/api/drift/{id}/adopt', { params, body }))
        : answered<Decision>(hub.POST('/api/drift/{id}/ignore', { params, body: { ...body, until: until ?? '' } }));
    },
    onSuccess: onClose,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['drift'] });
      void queries.invalidateQueries({ queryKey: ['drift-decisions'] });
    },
  });
  const ready = reason.trim() !== '' && (what === 'adopt' || until !== undefined) && !decide.isPending;
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="decide-title" aria-describedby="decide-what">
      <ModalHeader title={TITLE[what]} labelId="decide-title" />
      <ModalBody className="stack">
        <div id="decide-what" className="stack">
          <Content component="p">
            <code>{row.object}</code> <code>{row.path || 'whole object'}</code> on {row.gateway}
          </Content>
          <DriftSides row={row} />
          <List>
            {consequences(what, row).map((one) => (
              <ListItem key={one}>{one}</ListItem>
            ))}
          </List>
        </div>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) {
              decide.mutate();
            }
          }}
        >
          <FormGroup label="Reason" isRequired fieldId="decide-reason">
            <TextArea id="decide-reason" value={reason} onChange={(_, text) => setReason(text)} isRequired maxLength={1_000} rows={2} resizeOrientation="vertical" />
            <FormHelperText>
              <HelperText>
                <HelperTextItem>For whoever reads it next month; it stands in plans and in the activity.</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          {what === 'ignore' && (
            <FormGroup label="Until" isRequired fieldId="decide-until">
              <TextInput id="decide-until" type="date" value={day} min={dayAfter(opened, 0)} max={dayAfter(opened, LONGEST_DAYS)} onChange={(_, text) => setDay(text)} validated={until === undefined ? 'error' : 'default'} />
              <FormHelperText>
                <HelperText>
                  <HelperTextItem variant={until === undefined ? 'error' : 'default'}>
                    {until === undefined ? `Choose a day within the next ${LONGEST_DAYS} days.` : `Until ${until}`}
                  </HelperTextItem>
                </HelperText>
              </FormHelperText>
            </FormGroup>
          )}
        </Form>
        {decide.isError && <Problems failure={decide.error} />}
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => decide.mutate()} isDisabled={!ready} isLoading={decide.isPending}>
          {LABEL[what]}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
        <CopyAs what="CLI command" text={() => commandOf(what, row, reason, until)} />
      </ModalFooter>
    </Modal>
  );
}
