import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { extensions, problemsChanged, type Known } from './extensions';

/** What others may do with an open editor. */
export interface EditorHandle {
  goTo: (line: number) => void;
}

interface Props extends Known {
  label: string;
  initial: string;
  onChange: (text: string) => void;
  onReady: (handle: EditorHandle | undefined) => void;
}

/**
 * A document as text with highlighting, completion and marks. It lives in a shadow tree, where its styles are
 * adopted style sheets: in the page they would be an inline style, which the hub's Content-Security-Policy forbids.
 */
export default function CodeEditor({ label, initial, onChange, onReady, schema, names, problems }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ known: { schema, names, problems }, onChange, onReady });
  useEffect(() => {
    latest.current = { known: { schema, names, problems }, onChange, onReady };
    view.current?.dispatch({ effects: problemsChanged.of(null) });
  }, [schema, names, problems, onChange, onReady]);
  useEffect(() => {
    const element = host.current;
    if (element === null) {
      return undefined;
    }
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      doc: initial,
      extensions: extensions(
        label,
        () => latest.current.known,
        (text) => latest.current.onChange(text),
      ),
      parent: root,
      root,
    });
    view.current = editor;
    latest.current.onReady({ goTo: (line) => goTo(editor, line) });
    return () => {
      latest.current.onReady(undefined);
      view.current = null;
      editor.destroy();
    };
  }, [label, initial]);
  return <div ref={host} className="editor" />;
}

function goTo(editor: EditorView, number: number): void {
  const line = editor.state.doc.line(Math.min(Math.max(1, number), editor.state.doc.lines));
  editor.dispatch({ selection: { anchor: line.from, head: line.to }, scrollIntoView: true });
  editor.focus();
}
