import { namesAt, type Names } from './names';
import { placesAt, type Place } from './place';
import { alternatives, fieldsOf, joined, kindOf, print, schemasAt, valid, wordsOf, type Field, type Schema } from './schema';

/** One thing that may be written. */
export interface Option {
  label: string;
  /** What kind of thing, for the icon. */
  type: 'field' | 'value' | 'name';
  detail: string;
  doc: string;
  insert: string;
  /** Where the cursor goes, from the start of what was inserted. */
  cursor: number;
  /** Whether what comes next may be offered at once. */
  more: boolean;
}

export interface Completions {
  from: number;
  to: number;
  options: Option[];
}

const BEFORE = /[A-Za-z0-9_./*:-]*$/;
const AFTER = /^[A-Za-z0-9_./*-]*/;

/** What may be written at an offset of a document, by its schema and the names of the estate. */
export function completions(text: string, offset: number, schema: Schema, names: Names): Completions | undefined {
  const typed = BEFORE.exec(text.slice(0, offset))?.[0] ?? '';
  const rest = AFTER.exec(text.slice(offset))?.[0] ?? '';
  const from = offset - typed.length;
  const to = offset + rest.length;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  if (text.slice(lineStart, from).trimStart().startsWith('#')) {
    return undefined;
  }
  const named = /^[ \t]*:(\s|$)/.test(text.slice(to));
  const options = placesAt(text, from, to).flatMap((place) =>
    place.kind === 'key' ? keys(place, schema, from - lineStart, named) : values(place, schema, names),
  );
  return options.length === 0 ? undefined : { from, to, options };
}

function keys(place: Place, schema: Schema, column: number, named: boolean): Option[] {
  const here = schemasAt(schema, place.path, place.document);
  const taken = new Set(place.written);
  for (const group of alternatives(here)) {
    if (group.some((name) => taken.has(name))) {
      group.forEach((name) => taken.add(name));
    }
  }
  return fieldsOf(here)
    .filter((field) => !taken.has(field.name))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((field) => key(field, place, column, named));
}

function key(field: Field, place: Place, column: number, named: boolean): Option {
  const insert = named ? field.name : template(field, place.flow, column);
  const inside = place.flow && !named && kindOf(field.schema) !== 'scalar';
  return {
    label: field.name,
    type: 'field',
    detail: field.required ? 'required' : '',
    doc: docOf(field.schema),
    insert,
    cursor: insert.length - (inside ? 1 : 0),
    more: !named,
  };
}

function template({ name, schema }: Field, flow: boolean, column: number): string {
  const below = `\n${' '.repeat(column + 2)}`;
  switch (kindOf(schema)) {
    case 'object':
      return flow ? `${name}: {}` : `${name}:${below}`;
    case 'array':
      return flow ? `${name}: []` : `${name}:${below}- `;
    case 'scalar':
      return schema.const === undefined ? `${name}: ` : `${name}: ${print(schema.const)}`;
  }
}

function values(place: Place, root: Schema, names: Names): Option[] {
  const schema = joined(schemasAt(root, place.path, place.document));
  const standard = schema.default;
  const known =
    schema.enum ?? (schema.const === undefined ? (schema.type === 'boolean' ? [true, false] : []) : [schema.const]);
  const words = wordsOf(schema.pattern ?? '');
  const also = isScalar(standard) ? [...new Set([standard, ...words])] : words;
  const offered = known.length === 0 ? also : known;
  const doc = schema.description ?? '';
  return [
    ...namesAt(place.path, place.document, names).map((name) => value(name, 'name', 'in the estate', doc)),
    ...offered.map((one) => value(print(one), 'value', one === standard ? 'default' : '', doc)),
  ];
}

function value(label: string, type: Option['type'], detail: string, doc: string): Option {
  return { label, type, detail, doc, insert: label, cursor: label.length, more: false };
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

/** A field in words: what it means, what it may be, what it is when it is absent. */
export function docOf(schema: Schema): string {
  const may = valid(schema);
  return [
    schema.description ?? '',
    may === '' ? '' : `Write ${may}.`,
    isScalar(schema.default) ? `Default: ${print(schema.default)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
