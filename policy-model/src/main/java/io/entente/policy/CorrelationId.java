package io.entente.policy;

/**
 * Every request carries an id of its own to the upstream, a random UUID where it brings none.
 *
 * @param header lower-case name of the header that holds it
 * @param onInbound what happens to an id that the client sends
 * @param echo whether the answer carries the id too
 */
public record CorrelationId(String header, OnInbound onInbound, boolean echo)
    implements PolicyKind {

  public CorrelationId {
    HeaderName.requireEditable(header);
  }

  @Override
  public String kindName() {
    return "correlationId";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  /** What happens to an id that the client sends. */
  public enum OnInbound {
    /** It is kept, so that a caller can follow its own id. An empty one counts as none. */
    KEEP,
    /** It is replaced, so that nobody outside chooses ids. */
    REPLACE
  }
}
