package io.entente.connector.testkit;

/** Ways in which a connector can be wrong; the contract has to notice each. */
enum FakeFault {
  NONE,
  SWALLOWS_READ_ERRORS,
  READS_ONLY_THE_FIRST_PAGE,
  OVERWRITES_FOREIGN_PARTS,
  WRITES_WHAT_WAS_PLANNED_WITHOUT_A_FRESH_LOOK,
  CREATES_TWICE,
  IGNORES_PRECONDITIONS,
  CALLS_A_LOST_ANSWER_REFUSED,
  LOSES_WRITES
}
