import { count } from './numbers';

interface Estimated {
  requests: number;
  estimated: number;
  standardError: number;
  aggregated: number;
}

/** How much of a count a sample stands for or was only counted, in words; nothing where all was kept. */
export function sampledWords(counts: Estimated): string | undefined {
  const words = [estimatedWords(counts), aggregatedWords(counts)].filter((each) => each !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

function aggregatedWords(counts: Estimated): string | undefined {
  return counts.aggregated === 0 ? undefined : `${count(counts.aggregated)} of the ${count(counts.requests)} requests were only counted: none of them is kept by itself.`;
}

function estimatedWords(counts: Estimated): string | undefined {
  if (counts.estimated === 0) {
    return undefined;
  }
  const off = Math.ceil(2 * counts.standardError);
  return `${count(counts.estimated)} of the ${count(counts.requests)} requests are estimated from a sample (± ${count(off)} in 19 of 20 cases); errors are all kept.`;
}

/** A count, marked where a part of it is estimated. */
export function marked(counts: Estimated): string {
  return `${counts.estimated > 0 ? '≈ ' : ''}${count(counts.requests)}`;
}
