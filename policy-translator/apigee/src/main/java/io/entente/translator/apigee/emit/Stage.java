package io.entente.translator.apigee.emit;

/** When a Step of ours runs, in the order of an exchange. */
public enum Stage {
  CROSS_ORIGIN,
  ADDRESS,
  LIMIT,
  REQUEST_EDIT,
  RESPONSE_EDIT,
  LOG
}
