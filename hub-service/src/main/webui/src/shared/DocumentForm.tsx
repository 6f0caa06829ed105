import { ActionGroup, Alert, Button, Form, Grid, GridItem, HelperText, HelperTextItem, Skeleton } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { answered, hub, type Schemas } from '../api/hub';
import { problemsIn, type Problem } from '../api/problem';
import { applyCommand } from './apply';
import { CopyAs } from './CopyAs';
import type { EditorHandle } from './editor/CodeEditor';
import { useNames, useSchema, type DocumentKind } from './editor/useKnown';
import { plural } from './numbers';
import { PlacedProblems } from './PlacedProblems';

const CodeEditor = lazy(() => import('./editor/CodeEditor'));

type Applied = Schemas['AppliedDocument'];

interface Props {
  label: string;
  /** What is written; completion and help come from the schema of it. */
  kind?: DocumentKind;
  initial: string;
  onStored: (applied: Applied[]) => void;
  /** Told of every change. */
  onText?: (text: string) => void;
  /** Problems that are known before anything is sent. */
  problems?: Problem[];
  /** What stands beside the text. */
  beside?: ReactNode;
}

const NO_PROBLEMS: Problem[] = [];

/** A document as text: checked by the hub, which says what is wrong and where, then stored. */
export function DocumentForm({ label, kind, initial, onStored, onText, problems = NO_PROBLEMS, beside }: Props) {
  const [text, setText] = useState(initial);
  const editor = useRef<EditorHandle>(undefined);
  const queries = useQueryClient();
  const schema = useSchema(kind);
  const names = useNames();
  const send = useMutation({
    mutationFn: ({ dryRun }: { dryRun: boolean }) => applyDocument(text, dryRun),
    onSuccess: (applied, { dryRun }) => {
      if (!dryRun) {
        void queries.invalidateQueries();
        onStored(applied);
      }
    },
  });
  const { reset } = send;
  const edit = useCallback(
    (next: string) => {
      setText(next);
      reset();
      onText?.(next);
    },
    [reset, onText],
  );
  const ready = useCallback((handle: EditorHandle | undefined) => {
    editor.current = handle;
  }, []);
  const refused = useMemo(() => (send.isError ? problemsIn(send.error) : NO_PROBLEMS), [send.isError, send.error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ dryRun: false });
  };
  const writing = (
    <div className="stack">
      <div>
        <span className="pf-v6-c-form__label-text" aria-hidden="true">
          {label}
        </span>
        <Suspense fallback={<Skeleton height="24rem" screenreaderText="Loading the editor" />}>
          <CodeEditor
            label={label}
            initial={initial}
            onChange={edit}
            onReady={ready}
            schema={schema}
            names={names}
            problems={send.isError ? refused : problems}
          />
        </Suspense>
        <HelperText>
          <HelperTextItem>
            YAML or JSON; several documents are stored together or not at all. Storing changes nothing on any gateway. Ctrl+Space shows what may
            be written. Tab indents; press Escape, then Tab to leave the text.
          </HelperTextItem>
        </HelperText>
      </div>
      <PlacedProblems text={text} problems={refused} goTo={(line) => editor.current?.goTo(line)} />
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
      {!send.isError && <PlacedProblems text={text} problems={problems} goTo={(line) => editor.current?.goTo(line)} quiet />}
    </div>
  );
  return (
    <Form onSubmit={submit}>
      {beside === undefined ? (
        writing
      ) : (
        <Grid hasGutter>
          <GridItem span={12} xl={6}>
            {writing}
          </GridItem>
          <GridItem span={12} xl={6}>
            {beside}
          </GridItem>
        </Grid>
      )}
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
