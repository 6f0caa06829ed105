package io.entente.engine;

import io.entente.model.identity.PolicyVersion;
import java.util.List;

/** What becomes of a message. */
public sealed interface Decision {

  /**
   * It goes on.
   *
   * @param headers with which it goes on
   * @param observed what policies that only observe would have refused, in order of application
   */
  record Pass(Headers headers, List<Observed> observed) implements Decision {
    public Pass {
      observed = List.copyOf(observed);
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
