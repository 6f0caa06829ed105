package io.entente.connector.kong.log;

/** Why an entry can never become an event. */
public enum Refusal {
  NOT_AN_OBJECT,
  /** An entry of a stream route: it tells of a connection, not of a request. */
  NOT_HTTP,
  REQUEST_ID_ABSENT,
  REQUEST_ID_INVALID,
  STARTED_AT_ABSENT,
  STARTED_AT_INVALID,
  STATUS_ABSENT,
  STATUS_INVALID,
  TEXT_TOO_LONG
}
