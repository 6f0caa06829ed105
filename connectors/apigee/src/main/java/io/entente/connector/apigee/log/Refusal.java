package io.entente.connector.apigee.log;

/** Why a line can never become an event. */
public enum Refusal {
  LINE_TOO_LONG,
  /** Neither a JSON object nor one behind a syslog header. */
  MALFORMED,
  /** A field that is not text. */
  FIELD_TYPE,
  /** A field that is there twice, or not in its place: one may be forged. */
  FIELD_OUT_OF_PLACE,
  FIELD_UNKNOWN,
  FIELD_MISSING,
  TOKEN_ABSENT,
  /** A token that is no gateway's. */
  TOKEN_UNKNOWN,
  REQUEST_ID_ABSENT,
  REQUEST_ID_INVALID,
  STARTED_AT_ABSENT,
  STARTED_AT_INVALID,
  STATUS_INVALID,
  TEXT_TOO_LONG
}
