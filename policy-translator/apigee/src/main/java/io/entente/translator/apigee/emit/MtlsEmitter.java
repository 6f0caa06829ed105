package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;

/** {@code mtls} as nothing: TLS has ended before the first Step of a proxy runs. */
public final class MtlsEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "mtls";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(policies, place, MtlsEmitter::refuse);
  }

  private static void refuse(FieldLedger ledger) {
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "tls-ends-before",
                "0 Steps see the handshake: TLS ends at the load balancer (X) or the ingress of the"
                    + " environment group (hybrid), and what a header says of a certificate anybody"
                    + " can write who reaches Apigee another way",
                "Verify clients where TLS ends: on X a load balancer with a client validation"
                    + " (ServerTlsPolicy), on hybrid the virtual host with a CA of clients; or"
                    + " enforce the policy on Kong Enterprise.");
    KindFields.of(ledger.policy())
        .keySet()
        .forEach(field -> ledger.unsupported(field, Evidence.BEFORE_POLICIES.grade(), why));
  }
}
