import { FileUpload, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { kongCredential, USUAL_HEADER } from './form';

interface Props {
  vendor: string;
  /** Called with the credential as the hub takes it; empty where nothing is given. */
  onChange: (credential: string) => void;
}

/** What the hub is to call a gateway with. Typed or chosen, never shown again. */
export function SecretFields({ vendor, onChange }: Props) {
  return vendor === 'kong' ? <KongToken onChange={onChange} /> : <GoogleFile onChange={onChange} />;
}

function KongToken({ onChange }: Pick<Props, 'onChange'>) {
  const [header, setHeader] = useState(USUAL_HEADER);
  const [token, setToken] = useState('');
  return (
    <>
      <FormGroup label="Token header" fieldId="token-header">
        <TextInput
          id="token-header"
          value={header}
          onChange={(_, value) => {
            setHeader(value);
            onChange(kongCredential(value, token));
          }}
        />
        <Hint text="Where a plugin such as key-auth guards the Admin API: the header that it looks at." />
      </FormGroup>
      <FormGroup label="Token" fieldId="token">
        <TextInput
          id="token"
          type="password"
          autoComplete="new-password"
          value={token}
          onChange={(_, value) => {
            setToken(value);
            onChange(kongCredential(header, value));
          }}
        />
        <Hint text="Only where the Admin API asks for one." />
      </FormGroup>
    </>
  );
}

function GoogleFile({ onChange }: Pick<Props, 'onChange'>) {
  const [text, setText] = useState('');
  const take = (value: string) => {
    setText(value);
    onChange(value);
  };
  return (
    <FormGroup label="Credential (Google’s JSON file)" fieldId="credential">
      <FileUpload
        id="credential"
        type="text"
        value={text}
        filenamePlaceholder="Drop or choose a file"
        allowEditingUploadedText={false}
        hideDefaultPreview
        filename={text === '' ? '' : `${text.length} characters, not shown`}
        dropzoneProps={{ maxSize: 65_536 }}
        onDataChange={(_, content) => take(content)}
        onClearClick={() => take('')}
        browseButtonText="Choose"
        clearButtonText="Clear"
      />
      <Hint text="A service account’s key or a workload identity configuration; without one the hub uses the identity of its machine." />
    </FormGroup>
  );
}

export function Hint({ text }: { text: string }) {
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem>{text}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
