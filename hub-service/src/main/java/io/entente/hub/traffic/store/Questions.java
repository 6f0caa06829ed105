package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.util.List;

/** Answers questions, a few at a time; the rest waits a while or is turned away. */
interface Questions {

  /** Asks what it needs to. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Answers answers) throws SQLException;
  }

  /** Statements of one question see one state of a store that has transactions. */
  <T> T answer(Question<T> question);

  default <T> List<T> list(String sql, List<Object> parameters, Answers.Row<T> row) {
    return answer(answers -> answers.list(sql, parameters, row));
  }
}
