import { Content } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Schemas } from '../../api/hub';
import { Listing, type Column } from '../../shared/Listing';
import { count, millis, percent } from '../../shared/numbers';
import { marked, sampledWords } from '../../shared/sampled';
import { changed, useUrl } from '../../shared/url';
import { changeOf, sentence, type Compared } from './compared';
import type { Question } from './question';

type Group = Schemas['GroupCounts'] & Partial<Compared>;
type Summary = Schemas['Summary'];
type Comparison = Schemas['Comparison'];

/** The address that looks into one group, where the hub can choose by it. */
export function drill(params: URLSearchParams, groupBy: string, key: string): string | undefined {
  switch (groupBy) {
    case 'gateway':
      return `?${changed(params, { gateway: key, groupBy: 'api' })}`;
    case 'api':
      return `?${changed(params, { api: key, groupBy: 'route' })}`;
    case 'route': {
      const slash = key.indexOf('/');
      return `?${changed(params, { api: key.slice(0, slash), route: key.slice(slash + 1), groupBy: 'status' })}`;
    }
    case 'consumer':
      return `?${changed(params, { consumer: key, groupBy: 'route' })}`;
    case 'status':
      return `?${changed(params, { status: key, tab: 'events' })}`;
    case 'class':
      return `?${changed(params, { status: key, tab: 'events' })}`;
    default:
      return undefined;
  }
}

/** What was before, and the change to it. */
const COMPARED: Column<Group>[] = [
  { key: 'before', title: 'Before', value: (row) => row.previous?.requests ?? 0, show: (row) => (row.previous ? count(row.previous.requests) : 'not known') },
  { key: 'change', title: 'Change', value: (row) => row.requestsChange ?? 0, show: (row) => changeOf(row.counts, { previous: null, requestsChange: null, ...row }) },
];

/** Counts by group; the name of a group leads into it. */
export function GroupTable({ answer, question }: { answer: Summary | Comparison; question: Question }) {
  const { params } = useUrl();
  const columns: Column<Group>[] = [
    {
      key: 'group',
      title: answer.groupBy,
      value: (row) => row.key ?? '',
      show: (row) => {
        if (row.key === null) {
          return '(none)';
        }
        const into = drill(params, answer.groupBy, row.key);
        return into ? <Link to={into}>{row.key}</Link> : row.key;
      },
    },
    { key: 'requests', title: 'Requests', value: (row) => row.counts.requests, show: (row) => marked(row.counts) },
    ...('previous' in answer ? COMPARED : []),
    { key: '4xx', title: '4xx', value: (row) => row.counts.clientErrors, show: (row) => count(row.counts.clientErrors) },
    { key: '5xx', title: '5xx', value: (row) => row.counts.errors, show: (row) => count(row.counts.errors) },
    { key: 'rate', title: '5xx rate', value: (row) => row.counts.errorRate, show: (row) => percent(row.counts.errorRate) },
    { key: 'gone', title: 'Client gone', value: (row) => row.counts.unanswered, show: (row) => count(row.counts.unanswered) },
    { key: 'p50', title: 'p50', value: (row) => row.counts.p50Millis, show: (row) => millis(row.counts.p50Millis) },
    { key: 'p95', title: 'p95', value: (row) => row.counts.p95Millis, show: (row) => millis(row.counts.p95Millis) },
    { key: 'p99', title: 'p99', value: (row) => row.counts.p99Millis, show: (row) => millis(row.counts.p99Millis) },
  ];
  const chosen = [question.route && `route ${question.route}`, question.consumer && `consumer ${question.consumer}`].filter(Boolean);
  return (
    <>
      <Content component="p">
        {count(answer.total.requests)} requests in all, {count(answer.total.clientErrors)} answered 4xx, {count(answer.total.errors)} answered 5xx. {sampledWords(answer.total)}
        {'previous' in answer && ` ${sentence(answer)}`}
        {chosen.length > 0 && (
          <>
            {' '}
            Only {chosen.join(' and ')}. <Link to={`?${changed(params, { route: '', consumer: '' })}`}>Show all</Link>
          </>
        )}
        {answer.moreGroups && ' There are more groups than an answer holds; the total counts them all.'}
      </Content>
      {answer.groups.length > 0 && (
        <Listing label="groups" prefix="g." rows={answer.groups} columns={columns} rowKey={(row) => row.key ?? ''} first={{ key: 'requests', down: true }} />
      )}
    </>
  );
}
