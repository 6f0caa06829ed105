import type { Step } from './place';

/** As much of JSON Schema (2020-12) as the hub's own schemas use. */
export interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema | boolean>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

const LITERAL = /^[A-Za-z][A-Za-z0-9]*$/;
const PREFIX = /^([A-Za-z][A-Za-z0-9]*:)[^A-Za-z0-9]/;

/** Words that a pattern of alternatives takes, and the beginnings of those that go on. */
export function wordsOf(pattern: string): string[] {
  const inner = /^\^\(\?:(.*)\)\$$/s.exec(pattern)?.[1];
  const parts = inner?.split('|') ?? [];
  return parts.length < 2
    ? []
    : parts.flatMap((part) => (LITERAL.test(part) ? [part] : (PREFIX.exec(part)?.[1] ?? [])));
}

/** A field that may be written, joined of all that is said about it. */
export interface Field {
  name: string;
  schema: Schema;
  required: boolean;
}

/** The schema and everything in it that holds for a value as it is so far. */
export function applicable(schema: Schema, value: unknown): Schema[] {
  const inner = [...(schema.allOf ?? [])];
  if (schema.if !== undefined && schema.then !== undefined && matches(schema.if, value)) {
    inner.push(schema.then);
  }
  return [schema, ...inner.flatMap((one) => applicable(one, value))];
}

/** What holds for the part of a document that a path leads to. */
export function schemasAt(root: Schema, path: readonly Step[], document: unknown): Schema[] {
  let at = applicable(root, document);
  let value = document;
  for (const step of path) {
    value = part(value, step);
    const below = at.flatMap((schema): Schema[] => {
      const next = typeof step === 'number' ? schema.items : schema.properties?.[step];
      return next !== undefined && typeof next !== 'boolean' ? [next] : [];
    });
    at = below.flatMap((schema) => applicable(schema, value));
  }
  return at;
}

/** The fields an object may have, by name; forbidden ones are not among them. */
export function fieldsOf(schemas: Schema[]): Field[] {
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const forbidden = new Set<string>();
  const found = new Map<string, Schema>();
  for (const [name, schema] of schemas.flatMap((one) => Object.entries(one.properties ?? {}))) {
    if (schema === false) {
      forbidden.add(name);
    } else if (schema !== true) {
      found.set(name, { ...found.get(name), ...schema });
    }
  }
  return [...found]
    .filter(([name]) => !forbidden.has(name))
    .map(([name, schema]) => ({ name, schema, required: required.has(name) }));
}

/** Groups of fields of which exactly one is written. */
export function alternatives(schemas: Schema[]): string[][] {
  return schemas
    .filter((schema) => schema.oneOf?.every((one) => one.required?.length === 1))
    .map((schema) => (schema.oneOf ?? []).flatMap((one) => one.required ?? []));
}

export function joined(schemas: Schema[]): Schema {
  return Object.assign({}, ...schemas) as Schema;
}

export function kindOf(schema: Schema): 'object' | 'array' | 'scalar' {
  if (schema.type === 'object' || schema.properties !== undefined) {
    return 'object';
  }
  return schema.type === 'array' || schema.items !== undefined ? 'array' : 'scalar';
}

/** What may be written, in words. */
export function valid(schema: Schema): string {
  if (schema.const !== undefined) {
    return print(schema.const);
  }
  if (schema.enum !== undefined) {
    return `one of ${schema.enum.map(print).join(', ')}`;
  }
  switch (schema.type) {
    case 'integer':
      return schema.minimum === undefined ? 'a whole number' : `a whole number from ${schema.minimum} to ${schema.maximum ?? '…'}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    default:
      return kindOf(schema) === 'object' ? 'an object' : '';
  }
}

/** A value on one line. */
export function print(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function matches(condition: Schema, value: unknown): boolean {
  if (condition.const !== undefined) {
    return condition.const === value;
  }
  const has = (name: string) => part(value, name) !== undefined;
  return (
    (condition.required ?? []).every(has) &&
    Object.entries(condition.properties ?? {}).every(
      ([name, schema]) => typeof schema === 'boolean' || !has(name) || matches(schema, part(value, name)),
    )
  );
}

/** The part of a value one step below. */
export function part(value: unknown, step: Step): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<Step, unknown>)[step]
    : undefined;
}
