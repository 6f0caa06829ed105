package io.entente.hub.traffic.store;

/** Longs that were added, spread evenly as hashes are; for one thread. */
final class LongSet {

  /** What one takes at the most, right after a set has grown. */
  static final int MOST_BYTES = 18;

  private static final int FIRST = 64;

  // 0 marks a free place; the number 0 itself is kept as 1, which a set of hashes may confuse.
  private long[] places = new long[FIRST];
  private int size;

  int size() {
    return size;
  }

  boolean contains(long number) {
    long wanted = shown(number);
    int at = place(wanted, places.length);
    while (places[at] != 0) {
      if (places[at] == wanted) {
        return true;
      }
      at = next(at, places.length);
    }
    return false;
  }

  void add(long number) {
    if (size >= places.length / 10 * 7) {
      grow();
    }
    if (put(places, shown(number))) {
      size++;
    }
  }

  private void grow() {
    // By a half: right after doubling, a set takes twice of what it has to.
    var larger = new long[places.length + places.length / 2];
    for (long number : places) {
      if (number != 0) {
        put(larger, number);
      }
    }
    places = larger;
  }

  private static boolean put(long[] places, long number) {
    int at = place(number, places.length);
    while (places[at] != 0) {
      if (places[at] == number) {
        return false;
      }
      at = next(at, places.length);
    }
    places[at] = number;
    return true;
  }

  private static long shown(long number) {
    return number == 0 ? 1 : number;
  }

  private static int next(int place, int length) {
    return place + 1 == length ? 0 : place + 1;
  }

  private static int place(long number, int length) {
    return (int) (((number ^ (number >>> 32)) & 0xffff_ffffL) * length >>> 32);
  }
}
