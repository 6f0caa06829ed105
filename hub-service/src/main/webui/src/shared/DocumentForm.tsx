import {
  ActionGroup,
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextArea,
} from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { answered, hub, type Schemas } from '../api/hub';
import { problemsIn } from '../api/problem';
import { applyCommand } from './apply';
import { CopyAs } from './CopyAs';
import { plural } from './numbers';
import { lineOf } from './problemPlace';
import { ProblemBox } from './Problems';

type Applied = Schemas['AppliedDocument'];

interface Props {
  label: string;
  initial: string;
  onStored: (applied: Applied[]) => void;
}

/** A document as text: checked by the hub, which says what is wrong and where, then stored. */
export function DocumentForm({ label, initial, onStored }: Props) {
  const [text, setText] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: ({ dryRun }: { dryRun: boolean }) => applyDocument(text, dryRun),
    onSuccess: (applied, { dryRun }) => {
      if (!dryRun) {
        void queries.invalidateQueries();
        onStored(applied);
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ dryRun: false });
  };
  const edit = (next: string) => {
    setText(next);
    send.reset();
  };
  return (
    <Form onSubmit={submit}>
      <FormGroup label={label} fieldId="document">
        <TextArea
          id="document"
          ref={area}
          className="document"
          value={text}
          onChange={(_, value) => edit(value)}
          rows={Math.min(30, Math.max(12, text.split('\n').length + 2))}
          spellCheck={false}
          resizeOrientation="vertical"
          validated={send.isError ? 'error' : 'default'}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>YAML or JSON; several documents are stored together or not at all. Storing changes nothing on any gateway.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {send.isError && (
        <div role="alert">
          {problemsIn(send.error).map((problem, index) => {
            const line = problem.path === undefined ? undefined : lineOf(text, problem.path);
            return (
              <div key={index}>
                <ProblemBox problem={problem} title={line === undefined ? undefined : `Line ${line}`} />
                {line !== undefined && (
                  <Button variant="link" size="sm" isInline onClick={() => select(area.current, line)}>
                    Go to line {line}
                  </Button>
                )}
              </div>
            );
          })}
        </div>
      )}
      {send.isSuccess && send.variables.dryRun && (
        <Alert isInline variant="success" title={`The hub would take ${plural(send.data.length, 'document')}.`}>
          {send.data.map((one) => `${one.kind} ${one.name}: ${one.changed ? `becomes version ${one.version}` : 'unchanged'}`).join('; ')}
        </Alert>
      )}
      <ActionGroup>
        <Button type="submit" isDisabled={send.isPending || text.trim() === ''} isLoading={send.isPending && !send.variables.dryRun}>
          Store
        </Button>
        <Button variant="secondary" onClick={() => send.mutate({ dryRun: true })} isDisabled={send.isPending || text.trim() === ''} isLoading={send.isPending && send.variables.dryRun}>
          Check only
        </Button>
        <CopyAs what="CLI command" text={() => applyCommand(text)} />
      </ActionGroup>
    </Form>
  );
}

/** Sends documents as they were typed. */
export function applyDocument(text: string, dryRun: boolean): Promise<Applied[]> {
  return answered<Applied[]>(
    hub.POST('/api/documents', {
      params: { query: { dryRun } },
      body: text as never,
      bodySerializer: (body: unknown) => body as string,
      headers: { 'Content-Type': 'application/yaml' },
    }),
  );
}

function select(area: HTMLTextAreaElement | null, line: number): void {
  if (area !== null) {
    const lines = area.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  }
}
