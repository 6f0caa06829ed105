package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;

/** What {@code custom_fields_by_lua} of http-log makes of a mask. */
final class LogMaskingFidelity {

  private final Place place;
  private final boolean told;

  /**
   * @param told whether exchanges of the route are told to the hub at all
   */
  LogMaskingFidelity(Place place, boolean told) {
    this.place = place;
    this.told = told;
  }

  /** Whether all of it can be left out of the log. */
  static boolean sayable(Policy policy) {
    var rule = (LogMasking) policy.spec().kind();
    return policy.spec().mode() == Mode.ENFORCE
        && rule.headers().stream().allMatch(HeaderSide::plain)
        && rule.query().stream().allMatch(LogMaskingFidelity::plain);
  }

  PolicyFidelity of(Policy policy) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    var rule = (LogMasking) policy.spec().kind();
    if (policy.spec().mode() == Mode.OBSERVE) {
      ledger.unsupported(
          "mode",
          Evidence.OBSERVE.grade(),
          stated.different(
              "observe-not-possible",
              "0 values are reported that would be left out: a log holds a value or does not",
              "Set mode: enforce."));
      return ledger.report(place.route());
    }
    for (int i = 0; i < rule.headers().size(); i++) {
      field(
          ledger, "headers[" + i + "]", HeaderSide.plain(rule.headers().get(i)), List.of(), stated);
    }
    for (int i = 0; i < rule.query().size(); i++) {
      field(ledger, "query[" + i + "]", plain(rule.query().get(i)), query(rule, stated), stated);
    }
    if (sayable(policy)) {
      ledger.emitted("mode", Evidence.LOG_FIELD.grade(), told ? node(stated) : silent(stated));
    }
    return ledger.report(place.route());
  }

  private void field(
      FieldLedger ledger, String field, boolean plain, List<Deviation> told, Stated stated) {
    if (!plain) {
      ledger.unsupported(
          field,
          Evidence.LOG_FIELD.grade(),
          stated.looser(
              "not-addressable",
              "0 fields of the log are reached by a name with other characters than letters, digits,"
                  + " _ and -: a point leads into another field",
              "Use query: ['*'] for parameters; take such headers off before Kong."));
    } else if (sayable(ledger.policy())) {
      // else nothing of the policy goes out, and the ledger says so of this field
      ledger.emitted(
          field,
          (told.isEmpty() ? Evidence.LOG_FIELD : Evidence.LOG_QUERY).grade(),
          this.told ? told : silent(stated));
    }
  }

  private static List<Deviation> query(LogMasking rule, Stated stated) {
    return rule.query().contains(LogMasking.WHOLE)
        ? List.of(
            stated.stricter(
                "upstream-uri-unsaid",
                "1 field more, upstream_uri, is not told",
                "None needed: the hub does not keep it."))
        : List.of(
            stated.stricter(
                "no-query-in-addresses",
                "3 fields, request.uri, request.url and upstream_uri, are told without any query or not at all; the parameters that are not masked are told in 1 field only",
                "None needed: the hub keeps no query."));
  }

  private static List<Deviation> silent(Stated stated) {
    return List.of(
        stated.stricter(
            "nothing-told",
            "0 exchanges of the route are told to the hub: there is nothing to leave out",
            "None needed; with a trafficLog policy the route is told of, and then masked."));
  }

  private static List<Deviation> node(Stated stated) {
    return List.of(
        stated.different(
            "lua-of-the-node",
            "1 setting of the nodes, untrusted_lua, must not be off: Kong then takes no program for a field, and refuses the log",
            "Leave untrusted_lua at sandbox, as it is unless set."));
  }

  private static boolean plain(String parameter) {
    return parameter.equals(LogMasking.WHOLE) || parameter.matches("[A-Za-z0-9_-]+");
  }
}
