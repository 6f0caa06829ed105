package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.testkit.Policies;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The emitted header mutations, interpreted, against what the edits mean. */
class HeaderMeaningTest {

  private static final long SEED = 7;

  @Test
  void mutatedHeadersAreTheEditedHeaders() {
    var random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      // Given
      var first = RandomPolicies.headerTransform(random);
      var second = RandomPolicies.headerTransform(random);
      SortedMap<String, List<String>> headers = headers(random);
      Node mutations =
          emitted(
              List.of(
                  Policies.of("a", TargetRef.Kind.TENANT, Mode.ENFORCE, first),
                  Policies.of("b", TargetRef.Kind.API, Mode.ENFORCE, second)));

      // When
      var request =
          HeaderMutationInterpreter.mutate(headers, Requests.items(mutations, "request_mutations"));
      var response =
          HeaderMutationInterpreter.mutate(
              headers, Requests.items(mutations, "response_mutations"));

      // Then
      assertThat(request)
          .as("seed %d round %d", SEED, round)
          .isEqualTo(edit(edit(headers, first.request()), second.request()));
      assertThat(response)
          .as("seed %d round %d", SEED, round)
          .isEqualTo(edit(edit(headers, first.response()), second.response()));
    }
  }

  private static SortedMap<String, List<String>> headers(Random random) {
    var headers = new TreeMap<String, List<String>>();
    for (String name : List.of("x-a", "x-b", "x-z")) {
      if (random.nextBoolean()) {
        headers.put(name, random.nextBoolean() ? List.of("0") : List.of("0", "1"));
      }
    }
    return headers;
  }

  private static Node emitted(List<Policy> policies) {
    return Requests.field(
        RandomPolicies.routeFilter(policies, FilterNames.HEADER_MUTATION).orElseThrow(),
        "mutations");
  }

  private static SortedMap<String, List<String>> edit(
      SortedMap<String, List<String>> headers, List<Edit> edits) {
    var out = new TreeMap<>(headers);
    for (Edit edit : edits) {
      if (edit instanceof HeaderTransform.Edit.Set set) {
        out.put(set.name(), List.of(set.value()));
      } else if (edit instanceof HeaderTransform.Edit.AddIfAbsent add) {
        out.putIfAbsent(add.name(), List.of(add.value()));
      } else if (edit instanceof HeaderTransform.Edit.Append append) {
        out.merge(append.name(), List.of(append.value()), HeaderMutationInterpreter::joined);
      } else {
        out.remove(edit.name());
      }
    }
    return out;
  }
}
