package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.kong.ProbedKong.Probe;
import io.entente.translator.kong.ProbedKong.Trial;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.MutationContract.Fate;
import io.entente.translator.testkit.MutationContract.Judge;
import io.entente.translator.testkit.MutationContract.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a log with masks against what is told of exchanges with the unchanged one. */
final class MaskJudge implements Judge {

  /** Of a log, what masks are written into. */
  static final String PART = "config.custom_fields_by_lua";

  private static final List<String> POLICIES = List.of("log", "p");

  private static final List<String> NAMES =
      List.of("cookie", "set-cookie", "x-api-key", "x-tenant", "authorization", "x-plain");

  private static final List<Probe> PROBES =
      List.of(
          told("", ""), told("", "key=k&access_token=a&page=1"), told("of the caller", "page=1"));

  /** What comes at once, and what the machine may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of an entry that may be lost. */
  private static final Duration LESS = Duration.ofSeconds(3);

  private final ProbedKong kong;
  private final LogHub hub;
  private final List<String> unchanged;

  MaskJudge(ProbedKong kong, LogHub hub, Map<ObjectKey, Node.Obj> documents) {
    this.kong = kong;
    this.hub = hub;
    assertThat(documents).hasSize(1);
    documents.forEach(
        (key, document) -> assertThat(PluginForm.wrong(key, document, POLICIES)).isEmpty());
    ObjectKey only = documents.keySet().iterator().next();
    this.unchanged =
        met(only, documents.get(only), PATIENCE).orElseThrow(() -> new AssertionError("refused"));
    assertThat(unchanged).hasSize(PROBES.size());
  }

  private static Probe told(String value, String query) {
    var headers = new ArrayList<String>();
    if (!value.isEmpty()) {
      for (String name : NAMES) {
        headers.add(name + ": " + value);
        headers.add(ProbedKong.SAY + name + ": of the upstream");
      }
    }
    return new Probe("127.0.0.1", "GET", headers, "", false, query);
  }

  @Override
  public Outcome of(ObjectKey key, Mutant mutant) {
    Node.Obj changed = (Node.Obj) mutant.document();
    Optional<String> form = PluginForm.wrong(key, LogHub.withToken(changed), POLICIES);
    if (form.isPresent()) {
      return new Outcome(Fate.CAUGHT, form.get());
    }
    Optional<List<String>> met = met(key, changed, LESS);
    if (met.isEmpty()) {
      return new Outcome(Fate.CAUGHT, "schema: refused by the node");
    }
    if (met.get().equals(unchanged) && mutant.change().matches(".*return nil.* -> .*return .*")) {
      return new Outcome(Fate.SAME, "a name of nothing is nil, as what was written");
    }
    return met.get().equals(unchanged)
        ? new Outcome(Fate.SURVIVED, MutationContract.UNEXPLAINED)
        : new Outcome(Fate.CAUGHT, met.get().isEmpty() ? "delivery: none" : "delivery");
  }

  private Optional<List<String>> met(ObjectKey key, Node.Obj document, Duration patience) {
    Trial trial = kong.trial();
    try {
      Node.Obj here = trial.carries(LogMaskingMeaningTest.toward(hub, document));
      if (kong.hold(ProbedKong.path(key), here).isEmpty()) {
        return Optional.empty();
      }
      hub.forget();
      kong.meet(trial.path(), PROBES);
      hub.await(PROBES.size(), patience);
      return Optional.of(hub.entries().stream().map(MaskJudge::told).toList());
    } finally {
      kong.drop(ProbedKong.path(key));
      kong.drop("routes/" + trial.id());
    }
  }

  /** What an entry says of a request and its answer. */
  private static String told(Node entry) {
    var told = new ArrayList<String>();
    for (String part : List.of("request", "response")) {
      Node of = ((Node.Obj) entry).field(part).orElse(Node.nothing());
      for (String field : List.of("uri", "url", "querystring", "headers")) {
        told.add(of instanceof Node.Obj said ? written(said, field) : "");
      }
    }
    told.add(written((Node.Obj) entry, "upstream_uri"));
    return ProbedKong.steady(told.toString());
  }

  private static String written(Node.Obj of, String field) {
    Node value = of.field(field).orElse(Node.nothing());
    Node steady =
        value instanceof Node.Obj headers
            ? headers
                .without("date")
                .without("x-kong-request-id")
                .without("x-kong-proxy-latency")
                .without("x-kong-upstream-latency")
            : value;
    return field + "=" + JsonTree.write(steady);
  }
}
