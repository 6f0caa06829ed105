/** Rows in groups of one object, in the order in which the objects appear first. */
export function byObject<T extends { object: string }>(rows: T[]): [object: string, rows: T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.object);
    if (group === undefined) {
      groups.set(row.object, [row]);
    } else {
      group.push(row);
    }
  }
  return [...groups];
}
