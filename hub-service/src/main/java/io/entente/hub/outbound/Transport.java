package io.entente.hub.outbound;

/** What may be spoken to an address. */
public enum Transport {
  /** Clear text is for this machine alone: what is sent holds a token. */
  HTTPS_UNLESS_LOOPBACK,
  /** The operator says which; gateways on a network of their own often speak http. */
  HTTP_OR_HTTPS
}
