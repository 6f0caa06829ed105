const whole = new Intl.NumberFormat('en');

export function count(value: number): string {
  return whole.format(value);
}

/** A share of 0 to 1 as percent; never rounded to 0 or 100 while it is neither. */
export function percent(share: number): string {
  if (share <= 0) {
    return '0 %';
  }
  if (share < 0.0001) {
    return '< 0.01 %';
  }
  if (share > 0.9999 && share < 1) {
    return '> 99.99 %';
  }
  const digits = share < 0.1 ? 2 : share < 1 ? 1 : 0;
  return `${(share * 100).toFixed(digits)} %`;
}

export function millis(value: number): string {
  if (value >= 10_000) {
    return `${(value / 1000).toFixed(1)} s`;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function bytes(value: number): string {
  return value < 1024 ? `${value} B` : `${(value / 1024).toFixed(1)} KiB`;
}

export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
