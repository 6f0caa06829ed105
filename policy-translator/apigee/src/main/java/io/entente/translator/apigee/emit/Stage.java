package io.entente.translator.apigee.emit;

/** When a Step of ours runs, in the order of an exchange. */
public enum Stage {
  IDENTIFY,
  CROSS_ORIGIN,
  BLOCK,
  ADDRESS,
  AGENT,
  TOKEN,
  KEY,
  CALLER,
  SIZE,
  PAYLOAD,
  LIMIT,
  CACHE_LOOKUP,
  HIDE,
  REQUEST_EDIT,
  CACHE_KEEP,
  RESPONSE_EDIT,
  ECHO,
  LOG
}
