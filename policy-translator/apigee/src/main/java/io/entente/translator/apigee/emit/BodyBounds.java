package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** How what Apigee reads of bodies differs from what is meant. */
record BodyBounds(Stated stated) {

  /** Of the size of a body. */
  List<Deviation> length(long most) {
    return List.of(
        stated.stricter(
            "length-demanded",
            "0 bodies without a Content-Length, chunked ones for example, pass, whatever their size"
                + " up to %d bytes".formatted(most),
            "Have callers send Content-Length."));
  }

  /** Of its type. */
  List<Deviation> type(String type, String others) {
    return List.of(
        stated.stricter(
            "one-type",
            "1 type is read, %s in lower case, with no parameter but charset=utf-8; %s are refused"
                .formatted(type, others),
            "Have callers send " + type + "."));
  }

  /** Of lengths in characters. */
  List<Deviation> characters() {
    return List.of(
        stated.stricter(
            "characters-undocumented",
            "1 character beyond U+FFFF may count as 2: Apigee does not say what it counts",
            "Allow for it in the number where callers write such characters."));
  }

  /** Around all of it. */
  List<Deviation> around(Place place) {
    var found = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(found::add);
    if (!place.made()) {
      found.add(streamed(stated));
    }
    return found;
  }

  /** Of proxies of others. */
  static Deviation streamed(Stated stated) {
    return stated.looser(
        "streamed-bodies",
        "0 bodies are read where the proxy streams requests (request.streaming.enabled of its"
            + " endpoint)",
        "Take streaming off the proxies that the policy reaches.");
  }
}
