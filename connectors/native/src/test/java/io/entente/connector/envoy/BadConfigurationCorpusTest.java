package io.entente.connector.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mutations of a good configuration: none may loop, and none may stop the last good one. */
@Tag("long")
class BadConfigurationCorpusTest {

  private static final long SEED = 20_261_121L;
  private static final int CASES = 50;

  private static final Set<Claim> OURS =
      Set.of(new Claim.Whole(Set.of(new ClaimSource.OfApi(new ApiName("orders"), 1))));

  /** One way to break a document: {@code from} becomes {@code to}. */
  private record Mutation(ObjectKey key, String from, String to) {}

  private static final List<Mutation> MUTATIONS =
      List.of(
          new Mutation(Documents.LISTENER, "response_mutations", "response_mutationz"),
          new Mutation(Documents.LISTENER, "stat_prefix: entente", "stat_prefix: \"\""),
          new Mutation(Documents.LISTENER, "codec_type: AUTO", "codec_type: TELEPATHY"),
          new Mutation(Documents.LISTENER, "http.router.v3.Router", "http.router.v3.NoRouter"),
          new Mutation(Documents.LISTENER, "route_config_name: entente", "route_config_name: \"\""),
          new Mutation(Documents.LISTENER, "address: 127.0.0.1", "address: not.an.address"),
          new Mutation(Documents.LISTENER, "filter_chains", "filter_chain"),
          new Mutation(Documents.LISTENER, "key: x-entente-test", "key: \"\""),
          new Mutation(Documents.LISTENER, "value: good", "value: \"%NO_SUCH_COMMAND%\""),
          new Mutation(Documents.LISTENER, "log_name: entente", "log_name: \"\""),
          new Mutation(Documents.ROUTES, "prefix: /orders", "safe_regex: {regex: \"(#\"}"),
          new Mutation(Documents.ROUTES, "prefix: /orders", "safe_regex: {regex: \"[#\"}"),
          new Mutation(Documents.ROUTES, "domains: [\"*\"]", "domains: [\"*\", \"*\"]"),
          new Mutation(Documents.ROUTES, "domains: [\"*\"]", "domains: []"),
          new Mutation(Documents.ROUTES, "timeout: 5s", "timeout: # minutes"),
          new Mutation(Documents.ROUTES, "timeout: 5s", "timeouts: 5s"),
          new Mutation(Documents.ROUTES, "match: {prefix: /orders}", "match: {}"),
          new Mutation(Documents.ROUTES, "cluster: api.orders", "cluster: \"\""),
          new Mutation(Documents.ROUTES, "virtual_hosts", "validate_clusters: #\nvirtual_hosts"),
          new Mutation(
              Documents.ROUTES,
              "timeout: 5s",
              "timeout: 5s, retry_policy: {retry_back_off: {base_interval: 0s}}"),
          new Mutation(Documents.CLUSTER, "type: STATIC", "type: STAIC"),
          new Mutation(Documents.CLUSTER, "connect_timeout: 1s", "connect_timeout: -#s"),
          new Mutation(Documents.CLUSTER, "address: 127.0.0.1", "address: host.#.invalid"),
          new Mutation(
              Documents.CLUSTER, "type: STATIC", "type: STATIC\nlb_policy: CLUSTER_PROVIDED"),
          new Mutation(
              Documents.CLUSTER,
              "type: STATIC",
              "type: STATIC\nlb_policy: RING_HASH\n"
                  + "ring_hash_lb_config: {minimum_ring_size: 9000000, maximum_ring_size: 1#}"));

  @Test
  void everyBadConfigurationIsRefusedOrNackedOnceAndTheLastGoodServes() throws Exception {
    EnvoyBinary.require();
    try (var fixture = new EnvoyFixture()) {
      // Given
      fixture.put(fixture.good());
      EnvoyProcess envoy = fixture.envoy("n1");
      await().until(() -> fixture.is("n1", Sync.SYNCED) && fixture.get("/orders/1") == 200);
      var random = new Random(SEED);
      var texts = new TreeMap<ObjectKey, String>();
      texts.put(Documents.LISTENER, Documents.listener(fixture.listenerPort));
      texts.put(Documents.ROUTES, Documents.routes("/orders"));
      texts.put(
          Documents.CLUSTER,
          Documents.cluster("api.orders", fixture.upstream.getAddress().getPort()));
      var order = new ArrayList<>(MUTATIONS);
      Collections.shuffle(order, random);
      var harmless = new ArrayList<String>();
      int refusedByUs = 0;
      int nacked = 0;
      int failedAnswers = 0;

      for (int i = 0; i < CASES; i++) {
        // When
        Mutation mutation = order.get(i % order.size());
        String broken =
            texts
                .get(mutation.key())
                .replaceFirst(
                    Pattern.quote(mutation.from()),
                    Matcher.quoteReplacement(
                        mutation.to().replace("#", Integer.toString(1 + random.nextInt(9)))));
        long before = envoy.refusals();
        Node good = fixture.store.current(EnvoyFixture.GATEWAY).resources().get(mutation.key());
        StepResult result = apply(fixture, mutation.key(), good, Documents.yaml(broken));

        // Then
        if (result instanceof StepResult.Refused) {
          refusedByUs++;
          assertThat(envoy.refusals()).as("seed %d case %d", SEED, i).isEqualTo(before);
        } else {
          await(mutation + " of seed " + SEED)
              .atMost(Duration.ofSeconds(3))
              .until(() -> fixture.is("n1", Sync.REJECTED) || fixture.is("n1", Sync.SYNCED));
          if (fixture.is("n1", Sync.SYNCED)) {
            harmless.add(mutation.toString());
          } else {
            nacked++;
            await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(3))
                .until(() -> envoy.refusals() == before + 1);
          }
          failedAnswers += fixture.get("/orders/" + i) == 200 ? 0 : 1;
          assertThat(apply(fixture, mutation.key(), Documents.yaml(broken), good))
              .isInstanceOf(StepResult.Done.class);
          await(mutation + " mended").until(() -> fixture.is("n1", Sync.SYNCED));
        }
        failedAnswers += fixture.get("/orders/" + i) == 200 ? 0 : 1;
      }
      System.out.printf(
          "bad configurations, seed %d: %d cases, %d refused by us, %d NACKed once, %d taken by"
              + " Envoy %s, %d failed answers%n",
          SEED, CASES, refusedByUs, nacked, harmless.size(), harmless, failedAnswers);
      assertThat(failedAnswers).isZero();
      assertThat(harmless).isEmpty();
      assertThat(refusedByUs + nacked).isEqualTo(CASES);
    }
  }

  private static StepResult apply(EnvoyFixture fixture, ObjectKey key, Node from, Node to) {
    var change =
        new Change(
            key,
            Optional.of(new NativeObject(key, new Content.Tree(from), OURS)),
            Optional.of(new NativeObject(key, new Content.Tree(to), OURS)));
    return fixture.connector().applier().orElseThrow().apply(new Step(1, change), Map.of());
  }
}
