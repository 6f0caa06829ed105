/** Two versions to compare: those asked for where they exist, else the newest and the one before it. */
export function versionPair(versions: number[], from: string, to: string): [number, number] | undefined {
  const sorted = [...versions].sort((a, b) => b - a);
  const newest = sorted[0];
  if (newest === undefined || sorted.length < 2) {
    return undefined;
  }
  const has = (text: string, fallback: number) => (sorted.includes(Number(text)) ? Number(text) : fallback);
  const right = has(to, newest);
  const left = has(from, sorted.find((one) => one < right) ?? sorted.find((one) => one !== right) ?? right);
  return [left, right];
}
