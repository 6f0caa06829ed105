package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.translator.FieldLedger;
import java.util.List;

/** How faithfully a bucket per key counts apart what a limit says, for every kind of limit. */
final class KeyFidelity {

  private KeyFidelity() {}

  /**
   * States {@code key} and {@code onMissingKey}.
   *
   * @param eviction what happens when there are too many keys
   */
  static void state(
      FieldLedger ledger,
      LimitKey key,
      OnMissingKey onMissingKey,
      Place place,
      Deviation eviction) {
    if (key instanceof LimitKey.Header header) {
      ledger.emitted(
          "key", Evidence.HEADER_KEY.grade(), List.of(eviction, firstValue(ledger, header.name())));
      if (onMissingKey == OnMissingKey.IP) {
        ledger.emitted(
            "onMissingKey",
            Evidence.MISSING_KEY.grade(),
            List.of(eviction, clientAddress(ledger, place)));
      } else {
        ledger.emitted("onMissingKey", Evidence.MISSING_KEY.grade());
      }
    } else if (key instanceof LimitKey.ClientIp) {
      ledger.emitted(
          "key", Evidence.CLIENT_IP_KEY.grade(), List.of(eviction, clientAddress(ledger, place)));
      // A TCP connection always has a peer.
      ledger.withoutMeaning("onMissingKey");
    } else {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade());
      ledger.withoutMeaning("onMissingKey");
    }
  }

  private static Deviation clientAddress(FieldLedger ledger, Place place) {
    return ClientAddress.of(place, ledger.policy().id(), "callers behind one proxy count as 1");
  }

  private static Deviation firstValue(FieldLedger ledger, String header) {
    return new Deviation(
        "first-value",
        Direction.DIFFERENT,
        "of n > 1 headers %s in one request only the first counts".formatted(header),
        "None in Envoy; have callers send the header once.",
        List.of(ledger.policy().id()));
  }
}
