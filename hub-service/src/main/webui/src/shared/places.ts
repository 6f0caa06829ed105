/** How far each list was scrolled, by the entry of the history it stands in; of this tab, the newest ones. */
const KEPT = 200;
const places = new Map<string, number>();

export function placeOf(list: string): number {
  return places.get(list) ?? 0;
}

export function keepPlace(list: string, offset: number): void {
  places.delete(list);
  places.set(list, offset);
  const oldest = places.keys().next();
  if (places.size > KEPT && !oldest.done) {
    places.delete(oldest.value);
  }
}
