package io.entente.engine;

import io.entente.model.identity.PolicyVersion;
import java.util.List;
import java.util.Optional;

/** What becomes of a message. */
public sealed interface Decision {

  /**
   * It goes on.
   *
   * @param headers with which it goes on
   * @param query with which it goes on; empty for none, and of an answer
   * @param caller whom a credential of the request names; empty where none was asked for
   * @param observed what policies that only observe would have refused, in order of application
   */
  record Pass(Headers headers, String query, Optional<String> caller, List<Observed> observed)
      implements Decision {
    public Pass {
      observed = List.copyOf(observed);
    }

    /** Without query and caller. */
    public Pass(Headers headers, List<Observed> observed) {
      this(headers, "", Optional.empty(), observed);
    }
  }

  /**
   * It is answered here: refused, or a browser's question answered.
   *
   * @param status of the answer
   * @param headers of the answer
   * @param body of the answer, plain text
   * @param policy whose doing it is
   * @param rule which rule of the policy, for example {@code rateLimit.requests}
   */
  record Reject(int status, Headers headers, String body, PolicyVersion policy, String rule)
      implements Decision {}

  /**
   * What a policy that only observes would have done.
   *
   * @param policy which
   * @param rule which rule of the policy
   */
  record Observed(PolicyVersion policy, String rule) {}
}
