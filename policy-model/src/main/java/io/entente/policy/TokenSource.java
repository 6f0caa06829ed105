package io.entente.policy;

/**
 * Where a token is.
 *
 * @param header lower-case name of the header
 * @param scheme what stands before the token
 */
public record TokenSource(String header, Scheme scheme) {

  public TokenSource {
    HeaderName.requireEditable(header);
  }

  /** What stands before a token. */
  public enum Scheme {
    /** {@code Bearer}, in any case, and spaces. */
    BEARER,
    /** Nothing: the value is the token. */
    NONE
  }
}
