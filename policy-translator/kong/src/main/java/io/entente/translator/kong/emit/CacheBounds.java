package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.policy.ResponseCache;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** How far proxy-cache is from what is meant; none of it gives one caller's answer to another. */
final class CacheBounds {

  private final ResponseCache rule;
  private final Place place;
  private final Stated stated;
  private final EvidenceGrade grade;

  CacheBounds(ResponseCache rule, Place place, Stated stated) {
    this.rule = rule;
    this.place = place;
    this.stated = stated;
    this.grade = (place.enterprise() ? Evidence.ENTERPRISE_SCHEMA : Evidence.STORED_ANSWER).grade();
  }

  void write(FieldLedger ledger) {
    ledger.emitted("ttl", grade, ttl());
    for (int i = 0; i < rule.methods().size(); i++) {
      ledger.emitted("methods[" + i + "]", grade, method(rule.methods().get(i)));
    }
    for (int i = 0; i < rule.statuses().size(); i++) {
      ledger.emitted("statuses[" + i + "]", grade);
    }
    for (int i = 0; i < rule.contentTypes().size(); i++) {
      ledger.emitted(
          "contentTypes[" + i + "]", grade, List.of(parameters(rule.contentTypes().get(i))));
    }
    for (int i = 0; i < rule.varyHeaders().size(); i++) {
      ledger.emitted("varyHeaders[" + i + "]", documented());
    }
    for (int i = 0; i < rule.varyQuery().size(); i++) {
      ledger.emitted("varyQuery[" + i + "]", documented(), List.of(repeated()));
    }
    ledger.emitted("perCaller", documented(), callers());
    ledger.emitted("respectOrigin", grade, origin());
    ledger.emitted("setCookie", grade);
    ledger.emitted("mode", grade, around());
  }

  Deviation withoutLargest() {
    return stated.looser(
        "no-largest-entry",
        "answers of any length are kept, not up to %d bytes: proxy-cache has 0 settings of it"
            .formatted(rule.maxEntryBytes().orElse(0L)),
        "Leave maxEntryBytes out; the shared memory kong_db_cache (128 MB unless set) forgets the"
            + " answers unused for longest.");
  }

  /** Of recordings none has chosen headers or parameters. */
  private EvidenceGrade documented() {
    return (place.enterprise() ? Evidence.ENTERPRISE_SCHEMA : Evidence.ANSWER_KEY).grade();
  }

  private List<Deviation> ttl() {
    long seconds = rule.ttl().toSeconds();
    var found = new ArrayList<Deviation>();
    found.add(
        rule.respectOrigin()
            ? stated.stricter(
                "explicit-age-only",
                "an answer that says neither s-maxage nor max-age is kept 0 s, not %d s"
                    .formatted(seconds),
                "Let the upstream say max-age, or set respectOrigin: false.")
            : stated.different(
                "whole-seconds",
                "an answer of age a is given again while a in whole seconds is at most %d: up to 1 s longer"
                    .formatted(seconds),
                "None needed."));
    if (place.nodes() > 1) {
      found.add(
          stated.different(
              "each-node-keeps",
              "%d nodes keep answers of their own: up to %d requests of one key reach the upstream in %d s, and 2 nodes may give 2 answers"
                  .formatted(place.nodes(), place.nodes(), seconds),
              "None with memory; ask fewer nodes."));
    }
    found.add(
        stated.stricter(
            "forgotten-early",
            "answers beyond what kong_db_cache holds (128 MB unless set, shared with other uses) are kept less than %d s"
                .formatted(seconds),
            "Raise mem_cache_size on the nodes."));
    return found;
  }

  private List<Deviation> method(String method) {
    return method.equals("HEAD")
        ? List.of(
            stated.stricter(
                "head-not-kept",
                "0 answers to HEAD are kept: each HEAD reaches the upstream",
                "None needed; leave HEAD out."))
        : List.of();
  }

  private Deviation parameters(String type) {
    return stated.stricter(
        "type-parameters",
        "2 forms are kept, %s and %s; charset=utf-8; with any other parameter 0 answers"
            .formatted(type, type),
        "Let the upstream write the type in one of the 2 forms.");
  }

  private Deviation repeated() {
    return stated.looser(
        "order-of-values",
        "of n > 1 values of one parameter or header the order does not count: n! requests may share 1 answer of the same caller",
        "Leave what repeats parameters out of the cache.");
  }

  private List<Deviation> callers() {
    var found = new ArrayList<Deviation>();
    if (rule.perCaller()) {
      found.add(
          stated.stricter(
              "more-than-callers",
              "%d request headers and the consumer are part of the key: a caller with n credentials or cookies has n answers"
                  .formatted(CacheFields.CALLER.size()),
              "None needed."));
    } else if (place.kinds().contains("apiKey") || place.kinds().contains("jwt")) {
      found.add(
          stated.stricter(
              "apart-by-consumer",
              "each consumer has answers of its own: of c consumers c requests of one key reach the upstream, not 1",
              "None: the consumer is always part of the key."));
    }
    return found;
  }

  private List<Deviation> origin() {
    return rule.respectOrigin()
        ? List.of(
            stated.different(
                "requests-heeded",
                "4 directives of requests are heeded too: no-cache and no-store ask the upstream,"
                    + " only-if-cached is answered 504 where nothing is kept, max-age refreshes",
                "Take cache-control off requests before Kong."))
        : List.of();
  }

  private List<Deviation> around() {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "same-length-bodies",
            "requests with a body are answered from what was kept of 1 request of the same caller"
                + " with a body of the same length",
            "Let GET requests carry no body."));
    if (rule.contentTypes().isEmpty()) {
      found.add(
          stated.stricter(
              "type-said",
              "0 answers without a content type, or with another parameter than charset=utf-8, are kept",
              "Let the upstream say a type."));
    }
    if (place.kinds().contains("headerTransform")
        || place.acting().contains(HeaderSide.RESPONSE.plugin())) {
      found.add(
          stated.different(
              "edited-twice",
              "an answer is kept as response-transformer (800) edited it and edited again when it is given again: 1 header that is appended comes 2 times",
              "Set headers instead of appending to them."));
    }
    if (place.kinds().contains("correlationId") || place.kinds().contains("cors")) {
      found.add(
          stated.different(
              "kept-with-own-headers",
              "headers that other plugins wrote are kept with the answer; those of cors and correlation-id are written anew when it is given again",
              "None needed."));
    }
    return found;
  }
}
