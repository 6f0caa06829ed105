import { describe, expect, it } from 'vitest';
import { marked, sampledWords } from './sampled';

describe('counts of which a part is estimated', () => {
  it('are marked, and say how much and how well', () => {
    const counts = { requests: 12_300, estimated: 12_000, standardError: 219.5, aggregated: 0 };
    expect(marked(counts)).toBe('≈ 12,300');
    expect(sampledWords(counts)).toBe('12,000 of the 12,300 requests are estimated from a sample (± 439 in 19 of 20 cases); errors are all kept.');
  });

  it('say how much was only counted, which is exact', () => {
    const counts = { requests: 50, estimated: 0, standardError: 0, aggregated: 40 };
    expect(marked(counts)).toBe('50');
    expect(sampledWords(counts)).toBe('40 of the 50 requests were only counted: none of them is kept by itself.');
  });

  it('say both', () => {
    const counts = { requests: 60, estimated: 10, standardError: 9, aggregated: 40 };
    expect(sampledWords(counts)).toMatch(/^10 of the 60 .* errors are all kept\. 40 of the 60 /);
  });

  it('say nothing where all was kept', () => {
    const counts = { requests: 7, estimated: 0, standardError: 0, aggregated: 0 };
    expect(marked(counts)).toBe('7');
    expect(sampledWords(counts)).toBeUndefined();
  });
});
