package io.entente.translator.apigee.emit;

/** When a Step of ours runs, in the order of an exchange. */
public enum Stage {
  IDENTIFY,
  CROSS_ORIGIN,
  BLOCK,
  ADDRESS,
  TOKEN,
  KEY,
  SIZE,
  PAYLOAD,
  LIMIT,
  HIDE,
  REQUEST_EDIT,
  RESPONSE_EDIT,
  ECHO,
  LOG
}
