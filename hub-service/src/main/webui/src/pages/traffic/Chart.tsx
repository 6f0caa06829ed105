import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { UNIT, type Lines, type Metric } from './series';

const LIGHT = ['#0066cc', '#c9510c', '#3d7317', '#5e40be', '#a30000', '#147878', '#8f4700', '#4d4d4d'];
const DARK = ['#73bcf7', '#f4b678', '#95d58e', '#b6a6e9', '#f0808b', '#63bdbd', '#f9e0a2', '#c7c7c7'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
const HEIGHT = 280;

interface Props {
  lines: Lines;
  metric: Metric;
  label: string;
  /** A stretch of time, in seconds since 1970, that was drawn over the chart. */
  onStretch?: (from: number, to: number) => void;
  /** The time of the point that was pressed. */
  onPoint?: (at: number) => void;
}

const DAY = '\n{YYYY}-{MM}-{DD}';

/** Times as everywhere in the console, on a clock of 24 hours; the day stands below where it changes. */
const TIMES: uPlot.Axis.Values = [
  [86_400, '{YYYY}-{MM}-{DD}', null, null, null, null, null, null, 1],
  [60, '{HH}:{mm}', DAY, null, DAY, null, null, null, 1],
  [1, '{HH}:{mm}:{ss}', DAY, null, DAY, null, null, null, 1],
];

/** Lines over time. The table beside it says the same in numbers. */
export function Chart({ lines, metric, label, onStretch, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const dark = useDark();
  const names = lines.lines.map((line) => line.name).join('\n');
  const data = useRef<uPlot.AlignedData>([[]]);
  const told = useRef({ onStretch, onPoint });
  told.current = { onStretch, onPoint };
  data.current = [lines.times, ...lines.lines.map((line) => line.values)];

  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const drawn = new uPlot(options(names.split('\n'), metric, dark, element.clientWidth, told), data.current, element);
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [names, metric, dark]);

  useEffect(() => {
    plot.current?.setData(data.current);
  }, [lines]);

  return <div ref={place} role="img" aria-label={label} className="chart" />;
}

type Told = RefObject<Pick<Props, 'onStretch' | 'onPoint'>>;

/** A stretch of at least this many pixels is one; less is a press. */
const STRETCH = 6;

/** The stretch is kept in the address, so the chart itself does not zoom. */
function pointer(told: Told): Pick<uPlot.Options, 'cursor' | 'hooks'> {
  let stretched = false;
  return {
    cursor: { drag: { x: true, y: false, setScale: false, dist: STRETCH } },
    hooks: {
      init: [
        (plot) => {
          plot.over.addEventListener('mousedown', () => (stretched = false));
          plot.over.addEventListener('click', () => {
            const at = plot.cursor.idx == null ? undefined : plot.data[0][plot.cursor.idx];
            if (!stretched && at !== undefined) {
              told.current.onPoint?.(at);
            }
          });
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width >= STRETCH) {
            stretched = true;
            told.current.onStretch?.(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }
        },
      ],
    },
  };
}

function options(names: string[], metric: Metric, dark: boolean, width: number, told: Told): uPlot.Options {
  const colours = dark ? DARK : LIGHT;
  const text = dark ? '#e0e0e0' : '#383838';
  const grid = dark ? '#4d4d4d' : '#d2d2d2';
  const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
  return {
    width,
    height: HEIGHT,
    ...pointer(told),
    series: [
      { label: 'time' },
      ...names.map((name, index) => ({
        label: name,
        stroke: colours[index % colours.length] ?? text,
        dash: DASHES[Math.floor(index / 2) % DASHES.length] ?? [],
        width: 2,
        spanGaps: false,
        points: { show: metric !== 'requests', size: 5 },
        value: (_: uPlot, value: number | null) => (value === null ? '—' : `${round(value)}${UNIT[metric]}`),
      })),
    ],
    axes: [{ ...axis, space: 80, values: TIMES }, { ...axis, size: 64, values: (_, ticks) => ticks.map((tick) => `${round(tick)}${UNIT[metric]}`) }],
    scales: { y: { range: (_, __, most) => [0, Math.max(most ?? 0, 1) * 1.05] } },
  };
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Whether the page is dark now. */
function useDark(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const observer = new MutationObserver(tell);
      observer.observe(document.documentElement, { attributeFilter: ['class'] });
      return () => observer.disconnect();
    },
    () => document.documentElement.classList.contains('pf-v6-theme-dark'),
  );
}
