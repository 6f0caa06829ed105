import {
  ActionGroup,
  Button,
  ClipboardCopy,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  LoginMainBody,
  LoginMainHeader,
  LoginPage,
  TextInput,
} from '@patternfly/react-core';
import { useState, type FormEvent } from 'react';
import { Problems } from '../../shared/Problems';
import { tryToken } from './tryToken';

/** Asks for the hub's token. It is kept for this tab only and stands in no address. */
export function SignIn() {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await tryToken(text.trim());
    } catch (wrong) {
      setFailure(wrong);
    } finally {
      setBusy(false);
    }
  };
  return (
    <LoginPage loginTitle="" textContent="One view of what your API gateways expose and carry." brandImgSrc="/entente.svg" brandImgAlt="Entente">
      <LoginMainHeader title="Sign in to Entente" />
      <LoginMainBody>
        {failure !== undefined && <Problems failure={failure} />}
        <Form onSubmit={(event) => void submit(event)}>
          <FormGroup label="Access token" fieldId="token" isRequired>
            <TextInput
              id="token"
              type="password"
              autoComplete="current-password"
              value={text}
              onChange={(_, value) => setText(value)}
              isRequired
              autoFocus
            />
            <FormHelperText>
              <HelperText>
                <HelperTextItem>Kept in this tab until it is closed. Where ./run keeps the token:</HelperTextItem>
              </HelperText>
            </FormHelperText>
            <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel="Command">
              cat .entente/data/admin-token
            </ClipboardCopy>
          </FormGroup>
          <ActionGroup>
            <Button type="submit" isBlock isLoading={busy} isDisabled={busy || text.trim() === ''}>
              Sign in
            </Button>
          </ActionGroup>
        </Form>
      </LoginMainBody>
    </LoginPage>
  );
}
