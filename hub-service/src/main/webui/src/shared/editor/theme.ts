import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const global = (name: string) => `var(--pf-t--global--${name})`;
const border = `1px solid ${global('border--color--default')}`;

/** The editor in the console's own colours, which follow the theme. */
const looks = EditorView.theme({
  '&': {
    color: global('text--color--regular'),
    backgroundColor: global('background--color--primary--default'),
    border,
    borderRadius: global('border--radius--small'),
    fontSize: global('font--size--body--sm'),
  },
  '&.cm-focused': { outline: `2px solid ${global('border--color--clicked')}` },
  '.cm-scroller': { fontFamily: global('font--family--mono'), minHeight: '24rem', maxHeight: '70vh', overflow: 'auto', lineHeight: '1.6' },
  '.cm-content': { caretColor: global('text--color--regular') },
  '.cm-gutters': {
    color: global('text--color--subtle'),
    backgroundColor: global('background--color--secondary--default'),
    borderInlineEnd: border,
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: global('background--color--secondary--default'), color: global('text--color--regular') },
  '.cm-tooltip': {
    color: global('text--color--regular'),
    backgroundColor: global('background--color--floating--default'),
    border,
    borderRadius: global('border--radius--small'),
    boxShadow: global('box-shadow--md'),
    maxWidth: '28rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: global('font--family--mono'), maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.15rem 0.5rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: global('text--color--regular'),
    backgroundColor: global('background--color--action--plain--clicked'),
    outline: `1px solid ${global('border--color--clicked')}`,
    outlineOffset: '-1px',
  },
  '.cm-completionDetail': { color: global('text--color--subtle'), fontStyle: 'normal', marginInlineStart: '0.75rem' },
  '.cm-completionInfo': { padding: '0.5rem 0.75rem', fontFamily: global('font--family--body'), lineHeight: '1.4' },
  '.cm-hover': { padding: '0.5rem 0.75rem', fontFamily: global('font--family--body'), lineHeight: '1.4' },
  '.cm-diagnostic-error': { borderInlineStart: `4px solid ${global('color--status--danger--default')}` },
  '.cm-diagnostic': { fontFamily: global('font--family--body'), padding: '0.4rem 0.6rem' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: `underline wavy ${global('color--status--danger--default')}`,
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker-error': { content: 'normal', borderRadius: '50%', background: global('color--status--danger--default'), width: '0.7em', height: '0.7em', marginBlock: '0.45em' },
});

const words = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: global('text--color--link--default') },
  { tag: [tags.comment, tags.lineComment], color: global('text--color--subtle'), fontStyle: 'italic' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace, tags.meta], color: global('text--color--subtle') },
  { tag: [tags.string, tags.special(tags.string)], color: global('text--color--regular') },
]);

export const theme = [looks, syntaxHighlighting(words)];
