package io.entente.hub.docs;

/**
 * One way in which the sources tell of a problem.
 *
 * @param code its code
 * @param kind whose move is next: user, vendor or internal
 * @param next the next step, with {@code …} for what is known only then; empty where it is not told
 *     in that place
 */
record ToldProblem(String code, String kind, String next) implements Comparable<ToldProblem> {

  @Override
  public int compareTo(ToldProblem other) {
    return toString().compareTo(other.toString());
  }
}
