import { autocompletion, completionKeymap, startCompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, linter, lintKeymap, type Diagnostic } from '@codemirror/lint';
import { EditorState, StateEffect, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, type Tooltip } from '@codemirror/view';
import type { Problem } from '../../api/problem';
import { completions, type Option } from './completions';
import { diagnose } from './diagnose';
import { hoverAt } from './hover';
import type { Names } from './names';
import type { Schema } from './schema';
import { theme } from './theme';

/** What the editor knows at the moment; it may learn more while it is open. */
export interface Known {
  schema: Schema | undefined;
  names: Names;
  problems: Problem[];
}

/** Tells the editor that the problems are others. */
export const problemsChanged = StateEffect.define<null>();

/** Everything the editor can do. `known` is asked each time. */
export function extensions(label: string, known: () => Known, onChange: (text: string) => void): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    yaml(),
    bracketMatching(),
    autocompletion({ override: [source(known)], icons: false }),
    hoverTooltip((view, at) => hover(view, at, known())),
    lintGutter(),
    linter((view) => marks(view, known()), {
      delay: 300,
      needsRefresh: (update) => update.transactions.some((one) => one.effects.some((effect) => effect.is(problemsChanged))),
    }),
    keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': label, autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        onChange(update.state.doc.toString());
      }
    }),
    theme,
  ];
}

function source(known: () => Known): CompletionSource {
  return (context) => {
    const { schema, names } = known();
    // At an empty place only when asked for: a list that opens at every new line is in the way.
    if (schema === undefined || !(context.explicit || context.matchBefore(/[\w./*-]+$/))) {
      return null;
    }
    const found = completions(context.state.doc.toString(), context.pos, schema, names);
    return found === undefined
      ? null
      : { from: found.from, to: found.to, options: found.options.map((option, at) => shown(option, -at)) };
  };
}

function shown(option: Option, boost: number): Completion {
  return {
    label: option.label,
    type: option.type,
    detail: option.detail,
    ...(option.doc === '' ? {} : { info: option.doc }),
    boost,
    apply: (view, _, from, to) => {
      view.dispatch({
        changes: { from, to, insert: option.insert },
        selection: { anchor: from + option.cursor },
        scrollIntoView: true,
        userEvent: 'input.complete',
      });
      if (option.more) {
        startCompletion(view);
      }
    },
  };
}

function hover(view: EditorView, at: number, { schema }: Known): Tooltip | null {
  const found = schema && hoverAt(view.state.doc.toString(), at, schema);
  if (!found) {
    return null;
  }
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-hover';
      const name = dom.appendChild(document.createElement('strong'));
      name.textContent = found.field;
      dom.append(`: ${found.doc}`);
      return { dom };
    },
  };
}

function marks(view: EditorView, { problems }: Known): Diagnostic[] {
  return diagnose(view.state.doc.toString(), problems).map((mark) => ({ ...mark, severity: 'error' }));
}
