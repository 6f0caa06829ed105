package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.SecretRef;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Puts the stored token on every call of the Admin API. Looked up at the first call, and again
 * after it was not accepted. Safe between threads.
 */
final class AdminHeader {

  private final Optional<SecretRef> reference;
  private final Secrets secrets;
  private Optional<KongCredential> known = Optional.empty();

  AdminHeader(Optional<SecretRef> reference, Secrets secrets) {
    this.reference = reference;
    this.secrets = secrets;
  }

  /**
   * @throws ProblemException when what is stored cannot be used
   */
  void put(HttpRequest.Builder request) {
    credential().ifPresent(found -> request.setHeader(found.header(), found.token()));
  }

  /** What was sent is not accepted: the next call looks at what is stored by then. */
  synchronized void rejected() {
    known = Optional.empty();
  }

  /** The text without the token, should somebody have answered with what was sent. */
  String hidden(String text) {
    return credential().map(found -> text.replace(found.token(), "***")).orElse(text);
  }

  private synchronized Optional<KongCredential> credential() {
    if (reference.isPresent() && known.isEmpty()) {
      known = Optional.of(stored(reference.get()));
    }
    return known;
  }

  private KongCredential stored(SecretRef at) {
    return secrets
        .resolve(at)
        .map(KongCredential::read)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        KongErrorCode.CREDENTIAL_MISSING,
                        "No credential is stored under " + at.value(),
                        "credential",
                        "Store the token of the Admin API again.")));
  }
}
