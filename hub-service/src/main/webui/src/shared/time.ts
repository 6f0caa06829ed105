const STEPS: [limit: number, divisor: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60, 1, 'second'],
  [3_600, 60, 'minute'],
  [86_400, 3_600, 'hour'],
  [86_400 * 60, 86_400, 'day'],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' });

/** How long ago (or until) an instant is, in words; whole units, rounded towards now. */
export function relative(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  if (Number.isNaN(seconds)) {
    return instant;
  }
  if (Math.abs(seconds) < 5) {
    return 'just now';
  }
  for (const [limit, divisor, unit] of STEPS) {
    if (Math.abs(seconds) < limit) {
      return words.format(Math.trunc(seconds / divisor), unit);
    }
  }
  return instant.slice(0, 10);
}

/** An instant in UTC and in the time of who looks; a text that is none stays as it is. */
export function bothTimes(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : `${instant} (UTC)\n${time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' })} (here)`;
}
