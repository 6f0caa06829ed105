package io.entente.translator.apigee.emit;

import java.util.Optional;

/** What a payload takes for the beginning and the end of a variable, instead of braces. */
record Delimiters(char prefix, char suffix) {

  /** None with a meaning in regular expressions; the first two are those of Apigee's examples. */
  static final String MARKS = "#%@~!=;_`§¤¦";

  /** Marks of which none is in the text; empty when it has all but one of them. */
  static Optional<Delimiters> absentFrom(String text) {
    int[] free = MARKS.chars().filter(mark -> text.indexOf(mark) < 0).limit(2).toArray();
    return free.length < 2
        ? Optional.empty()
        : Optional.of(new Delimiters((char) free[0], (char) free[1]));
  }
}
