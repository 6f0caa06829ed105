package io.entente.connector.apigee.log;

import java.util.Arrays;
import java.util.List;

/** The fields of a line, in their order; a line has all of them that it must, and no other. */
enum LogField {
  TOKEN("t"),
  /** What is to be kept of the exchange; a line without it is kept. */
  RECORDING("rec"),
  ID("id"),
  ORGANIZATION("org"),
  ENVIRONMENT("env"),
  PROXY("proxy"),
  REVISION("rev"),
  BASE("base"),
  START("start"),
  END("end"),
  TARGET_START("tstart"),
  TARGET_END("tend"),
  FAULT_STATUS("estatus"),
  MESSAGE_STATUS("mstatus"),
  STATUS("status"),
  REQUEST_BYTES("reqbytes"),
  RESPONSE_BYTES("resbytes"),
  FAULT("fault"),
  DEVELOPER("client"),
  APP("app"),
  CLIENT_ADDRESS("ip"),
  VERB("verb"),
  HOST("host"),
  PATH("path");

  /** All, in order. */
  static final List<LogField> ORDER = List.of(values());

  private final String wire;

  LogField(String wire) {
    this.wire = wire;
  }

  /** Whether a line may be without it. */
  boolean optional() {
    return this == RECORDING;
  }

  String wire() {
    return wire;
  }

  static boolean known(String wire) {
    return Arrays.stream(values()).anyMatch(field -> field.wire.equals(wire));
  }
}
