package io.entente.hub.estate;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;

/**
 * What is said of a stored credential; it is never given out itself.
 *
 * @param type which kind of credential
 * @param fingerprint by this hub's key, to tell one from another
 * @param calledAt the base address it is sent to; empty where it was stored before that was kept
 */
public record VendorCredential(
    String type, String fingerprint, Instant setAt, Optional<String> calledAt) {

  /**
   * Refuses to send it elsewhere: who may change a document must not learn the credential by it.
   *
   * @throws ProblemException CREDENTIAL_ELSEWHERE
   */
  public void requireFor(GatewayDocument gateway) {
    if (calledAt.filter(place -> !place.equals(CheckedCredential.place(gateway))).isPresent()) {
      throw new ProblemException(
          Problem.user(
              "CREDENTIAL_ELSEWHERE",
              "The credential of gateway "
                  + gateway.gateway().id()
                  + " was stored for another address than the document names now.",
              "spec.connection",
              "Store the credential again if the new address is right."));
    }
  }
}
