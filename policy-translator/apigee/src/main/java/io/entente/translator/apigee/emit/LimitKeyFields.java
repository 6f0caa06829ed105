package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every limit says of its fields {@code key} and {@code onMissingKey}. */
final class LimitKeyFields {

  private static final Pattern VARIABLE_PART = Pattern.compile("[a-z0-9_-]+");

  private final FieldLedger ledger;
  private final Place place;
  private final Stated stated;

  LimitKeyFields(FieldLedger ledger, Place place) {
    this.ledger = ledger;
    this.place = place;
    this.stated = new Stated(ledger.policy().id());
  }

  /** Whether a flow variable has this header. */
  static boolean readable(String header) {
    return VARIABLE_PART.matcher(header).matches();
  }

  /** False, and said so, when no flow variable has the key. */
  boolean readable(LimitKey key) {
    if (!(key instanceof LimitKey.Header header) || readable(header.name())) {
      return true;
    }
    ledger.unsupported(
        "key",
        Evidence.HEADER_SYNTAX.grade(),
        stated.different(
            "not-a-variable",
            "0 flow variables name a header with other characters than a-z, 0-9, _ and -",
            "Use another header."));
    return false;
  }

  void emitted(LimitKey key, OnMissingKey onMissingKey, Evidence evidence) {
    ledger.emitted(
        "key",
        evidence.grade(),
        key instanceof LimitKey.ClientIp
            ? List.of(CallerAddress.deviation(stated, place))
            : List.of());
    if (key instanceof LimitKey.Header) {
      ledger.emitted("onMissingKey", Evidence.MISSING_KEY.grade(), missing(onMissingKey));
    } else {
      // A connection always has a peer, a route is always itself.
      ledger.withoutMeaning("onMissingKey");
    }
  }

  private List<Deviation> missing(OnMissingKey onMissingKey) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.different(
            "empty-value",
            "an empty header is 1 key, or none: Apigee does not say which",
            "Have callers send a value."));
    if (onMissingKey == OnMissingKey.IP) {
      found.add(CallerAddress.deviation(stated, place));
    }
    return found;
  }
}
