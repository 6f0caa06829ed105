import { Checkbox, Content } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Nothing } from '../../shared/Nothing';
import { plural } from '../../shared/numbers';
import { changed, useUrl } from '../../shared/url';
import { Chart } from './Chart';
import { GroupTable } from './GroupTable';
import { stretch, type Question } from './question';
import { VendorFigures } from './VendorFigures';
import { linesOf, METRICS, type SeriesAnswer } from './series';

/** The chart, and the same by group in numbers. */
export function Figures({ question }: { question: Question }) {
  const { params, get, set } = useUrl();
  const compare = get('compare') === 'previous';
  const navigate = useNavigate();
  const go = (changes: Record<string, string>) => void navigate(`?${changed(params, changes)}`);
  const metric = METRICS.find((one) => one === get('metric')) ?? 'requests';
  const live = question.to === undefined ? LIVE : false;
  const query = { params: { query: { ...question } } };
  const figures = useQuery({
    queryKey: ['traffic', compare ? 'comparison' : 'summary', question],
    queryFn: () =>
      compare
        ? answered<Schemas['Comparison']>(hub.GET('/api/traffic/comparison', query))
        : answered<Schemas['Summary']>(hub.GET('/api/traffic/summary', query)),
    refetchInterval: live,
    placeholderData: keepPreviousData,
  });
  const series = useQuery({
    queryKey: ['traffic', 'series', question],
    queryFn: () => answered<SeriesAnswer>(hub.GET('/api/traffic/series', query)),
    refetchInterval: live,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="stack">
      <Asked query={series} what="The series">
        {(answer) => {
          const lines = linesOf(answer, metric);
          return lines.lines.length === 0 ? (
            <Nothing title="No request in this time" next="./entente get policies">
              Requests arrive where a policy of kind trafficLog reaches, and is applied. Widen the time, or drop a choice above.
            </Nothing>
          ) : (
            <>
              <Chart
                lines={lines}
                metric={metric} label={`${metric} over time, by ${answer.groupBy}`}
                onStretch={(from, to) => go(stretch(from, to))}
                onPoint={(at) => go({ ...stretch(at, at + answer.stepSeconds), tab: 'events' })}
              />
              <Content component="small">
                One point each {plural(answer.stepSeconds, 'second')}
                {lines.leftOut > 0 && `; the ${lines.lines.length} busiest are drawn, ${lines.leftOut} are not`}. Draw over the chart to look closer; press a point for its requests.{' '}
                {question.to !== undefined && <Link to={`?${changed(params, { from: '', to: '' })}`}>Back to the last hour</Link>}
              </Content>
            </>
          );
        }}
      </Asked>
      <Checkbox
        id="compare"
        label="Compare with the time before"
        isChecked={compare}
        onChange={(_, on) => set({ compare: on ? 'previous' : '' })}
      />
      <Asked query={figures} what="The figures">
        {(answer) => <GroupTable answer={answer} question={question} />}
      </Asked>
      <VendorFigures question={question} />
    </div>
  );
}
