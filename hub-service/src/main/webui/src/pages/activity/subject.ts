import { yamlOf } from '../../shared/copy';

const PAGES: Record<string, string> = { gateway: '/gateways', policy: '/policies', api: '/estate', plan: '/plans' };

/** The detail of a record, readable; the text as it is where it is no JSON. */
export function detailText(detail: string): string {
  try {
    return yamlOf(JSON.parse(detail)).trimEnd();
  } catch {
    return detail;
  }
}

/** The page of what a record is about, where there is one. */
export function linkOf(subject: string): string | undefined {
  const slash = subject.indexOf('/');
  const page = PAGES[subject.slice(0, slash).toLowerCase()];
  return page === undefined ? undefined : `${page}/${encodeURIComponent(subject.slice(slash + 1))}`;
}

/** A subject whose name is a generated id, by the beginning of it. */
export function shortened(subject: string): string {
  return subject.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '$1');
}
