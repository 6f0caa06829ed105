import {
  ActionGroup,
  Alert,
  Button,
  Checkbox,
  ClipboardCopy,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Modal,
  ModalBody,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answered, hub, type Schemas } from '../../api/hub';
import { Problems } from '../../shared/Problems';
import { Hint } from '../gateways/SecretFields';
import { expiry, PERMISSIONS, roleOf, ROLES } from './roles';

/** Makes a token and shows it this once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<string[]>(ROLES['viewer'] ?? []);
  const [days, setDays] = useState('90');
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = expiry(days, Date.now());
      return answered<Schemas['MadeToken']>(hub.POST('/api/tokens', { body: { name, permissions, ...(expiresAt ? { expiresAt } : {}) } as never }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const role = roleOf(permissions);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="token-title">
      <ModalHeader title="Make a token" labelId="token-title" />
      <ModalBody>
        {make.data ? (
          <div className="stack">
            <Alert isInline variant="warning" title={`This is the only time that the token of ${make.data.name} is shown.`} />
            <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel="Token">
              {make.data.token}
            </ClipboardCopy>
            <Button onClick={onClose}>Done</Button>
          </div>
        ) : (
          <Form onSubmit={submit} autoComplete="off">
            <FormGroup label="Name" fieldId="token-name" isRequired>
              <TextInput id="token-name" value={name} onChange={(_, value) => setName(value)} isRequired />
              <Hint text="a-z, 0-9 and '-'; it stands in the audit record for who holds the token." />
            </FormGroup>
            <FormGroup label="Role" fieldId="token-role">
              <FormSelect id="token-role" value={ROLES[role] ? role : ''} onChange={(_, value) => value !== '' && setPermissions(ROLES[value] ?? [])}>
                {Object.keys(ROLES).map((one) => (
                  <FormSelectOption key={one} value={one} label={one} />
                ))}
                {!ROLES[role] && <FormSelectOption value="" label={`own set: ${role}`} />}
              </FormSelect>
            </FormGroup>
            <FormGroup role="group" label="Permissions" fieldId="token-permissions">
              {Object.entries(PERMISSIONS).map(([one, about]) => (
                <Checkbox
                  key={one}
                  id={`permission-${one}`}
                  label={one}
                  description={about}
                  isChecked={permissions.includes(one)}
                  onChange={(_, checked) => setPermissions((held) => (checked ? [...held, one] : held.filter((other) => other !== one)))}
                />
              ))}
            </FormGroup>
            <FormGroup label="Days until it expires" fieldId="token-days">
              <TextInput id="token-days" type="number" min={1} max={9999} value={days} onChange={(_, value) => setDays(value)} />
              <Hint text="Empty for never." />
            </FormGroup>
            {make.isError && <Problems failure={make.error} />}
            <ActionGroup>
              <Button type="submit" isDisabled={name === '' || make.isPending} isLoading={make.isPending}>
                Make
              </Button>
              <Button variant="link" onClick={onClose}>
                Cancel
              </Button>
            </ActionGroup>
          </Form>
        )}
      </ModalBody>
    </Modal>
  );
}
