package io.entente.hub.estate;

/**
 * A new credential with its token, shown this once.
 *
 * @param id to revoke it by
 * @param token for the gateway's bootstrap
 */
public record IssuedCredential(String id, String token) {
  @Override
  public String toString() {
    return "IssuedCredential[" + id + ", token withheld]";
  }
}
