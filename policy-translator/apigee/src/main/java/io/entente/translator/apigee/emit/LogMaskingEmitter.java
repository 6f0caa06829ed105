package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import java.util.List;

/**
 * {@code logMasking} as nothing more: MessageLogging writes what its template names, and ours names
 * no query and no header that can be masked, see {@link MessageLoggingPolicy}.
 */
public final class LogMaskingEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "logMasking";
  }

  /** A log holds a value or does not, in either mode. */
  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.of(List.of(), policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    LogMasking rule = (LogMasking) policy.spec().kind();
    for (int i = 0; i < rule.headers().size(); i++) {
      ledger.emitted("headers[" + i + "]", Evidence.MESSAGE_LOG.grade());
    }
    for (int i = 0; i < rule.query().size(); i++) {
      ledger.emitted("query[" + i + "]", Evidence.MESSAGE_LOG.grade());
    }
    ledger.withoutMeaning("mode");
    return ledger.report(place.route());
  }
}
