import type { SeriesAnswer } from '../traffic/series';

/** One gateway's requests and refusals (4xx and 5xx), a value each step. */
export interface Multiple {
  gateway: string;
  requests: number[];
  refusals: number[];
  total: number;
  refused: number;
}

/** Every gateway, those without a request too; `most` is the scale that all share. */
export function multiplesOf(answer: SeriesAnswer, gateways: string[]): { most: number; multiples: Multiple[] } {
  const step = answer.stepSeconds * 1000;
  const first = Math.floor(Date.parse(answer.from) / step);
  const steps = Math.max(2, Math.floor((Date.parse(answer.to) - 1) / step) - first + 1);
  const multiples = gateways.map((gateway): Multiple => {
    const requests = new Array<number>(steps).fill(0);
    const refusals = new Array<number>(steps).fill(0);
    for (const point of answer.points) {
      const at = Math.floor(Date.parse(point.start) / step) - first;
      if (point.key === gateway && at >= 0 && at < steps) {
        requests[at] = point.counts.requests;
        refusals[at] = point.counts.clientErrors + point.counts.errors;
      }
    }
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    return { gateway, requests, refusals, total: sum(requests), refused: sum(refusals) };
  });
  return { most: Math.max(1, ...multiples.flatMap((one) => one.requests)), multiples };
}

/** The line of the values in a box, for an SVG path. */
export function path(values: number[], most: number, width: number, height: number): string {
  const across = width / Math.max(1, values.length - 1);
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${(index * across).toFixed(1)} ${(height - 1 - (value / most) * (height - 2)).toFixed(1)}`)
    .join('');
}
