import { isMap, parseDocument, stringify, type Document } from 'yaml';

export const VENDORS = ['kong', 'envoy', 'apigee'] as const;
export type Vendor = (typeof VENDORS)[number];

export function vendorOf(text: string): Vendor {
  return VENDORS.find((one) => one === text) ?? 'kong';
}

/** One value of a Gateway document that the form asks for. */
export interface Field {
  path: string[];
  label: string;
  hint: string;
  optional?: boolean;
  number?: boolean;
}

const NAME: Field = { path: ['metadata', 'name'], label: 'Name', hint: 'Lower case letters, digits and hyphens; it cannot be changed later.' };

/** What the form asks for, by vendor; everything else can be written into the document itself. */
export const FIELDS: Record<Vendor, Field[]> = {
  kong: [
    NAME,
    { path: ['spec', 'connection', 'admin'], label: 'Admin API', hint: 'Base address, such as https://kong.internal:8444. With a token: https, or this machine.' },
    { path: ['spec', 'connection', 'status'], label: 'Status API', hint: 'Base address of where the node tells its counters; without it, loss of request logs is not measured.', optional: true },
    { path: ['spec', 'connection', 'nodes'], label: 'Data planes', hint: 'How many share the traffic; limits that each node counts for itself depend on it.', optional: true, number: true },
  ],
  envoy: [
    NAME,
    { path: ['spec', 'listener', 'address'], label: 'Listener address', hint: 'Where Envoy is to listen.' },
    { path: ['spec', 'listener', 'port'], label: 'Listener port', hint: '1 to 65535.', number: true },
  ],
  apigee: [
    NAME,
    { path: ['spec', 'connection', 'organization'], label: 'Organisation', hint: 'The name of the Apigee organisation.' },
    { path: ['spec', 'connection', 'environment'], label: 'Environment', hint: 'One environment is one gateway.' },
    { path: ['spec', 'connection', 'endpoint'], label: 'Endpoint', hint: 'Of the management API, where it is not https://apigee.googleapis.com.', optional: true },
  ],
};

const START: Record<Vendor, object> = {
  kong: { connection: { admin: 'http://127.0.0.1:8001', nodes: 1 } },
  envoy: { listener: { address: '127.0.0.1', port: 10000 } },
  apigee: { connection: { organization: '', environment: '' } },
};

/** A first document of the vendor: read only until somebody says otherwise. */
export function firstDocument(vendor: Vendor): string {
  return stringify({
    apiVersion: 'entente.io/v1alpha1',
    kind: 'Gateway',
    metadata: { name: '' },
    spec: { vendor, writes: 'observeOnly', ...START[vendor] },
  });
}

/** Whether the text is one YAML mapping, so that fields can be read from it and written to it. */
export function isUsable(text: string): boolean {
  return parsed(text) !== undefined;
}

/** The value at a path of the document, as text; empty where there is none. */
export function valueAt(text: string, path: string[]): string {
  const value: unknown = parsed(text)?.getIn(path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The document with one value changed and everything else as it was; an empty optional one is taken out. */
export function withValue(text: string, field: Field, value: string): string {
  const document = parsed(text);
  if (document === undefined) {
    return text;
  }
  if (value === '' && field.optional) {
    document.deleteIn(field.path);
  } else {
    document.setIn(field.path, field.number && /^\d{1,9}$/.test(value) ? Number(value) : value);
  }
  return document.toString({ lineWidth: 0 });
}

/** The first field that must be filled and is not. */
export function missing(text: string, vendor: Vendor): Field | undefined {
  return FIELDS[vendor].find((field) => !field.optional && valueAt(text, field.path) === '');
}

export const USUAL_HEADER = 'Kong-Admin-Token';

/** The credential of a Kong as the hub takes it; empty without a token. */
export function kongCredential(header: string, token: string): string {
  return token === '' ? '' : JSON.stringify({ type: 'kong_admin_token', header: header.trim() || USUAL_HEADER, token: token.trim() });
}

function parsed(text: string): Document | undefined {
  const document = parseDocument(text);
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}
