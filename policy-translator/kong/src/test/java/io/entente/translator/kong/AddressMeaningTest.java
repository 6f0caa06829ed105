package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.Cidr;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One restriction lets in whom all filters let in. */
class AddressMeaningTest {

  private static final long SEED = 20261121;

  @Test
  void theJoinedListsLetInWhomAllFiltersLetIn() {
    var random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      // Given
      var filters = new ArrayList<IpFilter>();
      var policies = new ArrayList<Policy>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        filters.add(RandomPolicies.ipFilter(random));
        policies.add(Policies.enforcing("p" + i, filters.get(i)));
      }

      // When
      Node plugin =
          ((Content.Tree) Worlds.translate(policies).objects().values().iterator().next().content())
              .root();
      Node.Obj config = (Node.Obj) Recorded.field(plugin, "config");

      // Then
      for (int i = 0; i < 30; i++) {
        IpAddress client = RandomPolicies.range(random).address();
        assertThat(letsIn(config, client))
            .as("seed %d round %d: %s, client %s", SEED, round, filters, client)
            .isEqualTo(filters.stream().allMatch(filter -> meant(filter, client)));
      }
    }
  }

  /** As recorded: deny wins, then a list of allowed ones binds if it has an entry. */
  private static boolean letsIn(Node.Obj config, IpAddress client) {
    List<Cidr> allow = ranges(config, "allow");
    return ranges(config, "deny").stream().noneMatch(range -> range.contains(client))
        && (allow.isEmpty() || allow.stream().anyMatch(range -> range.contains(client)));
  }

  private static boolean meant(IpFilter filter, IpAddress client) {
    return filter.deny().stream().noneMatch(range -> range.contains(client))
        && (filter.allow().isEmpty()
            || filter.allow().stream().anyMatch(range -> range.contains(client)));
  }

  private static List<Cidr> ranges(Node.Obj config, String list) {
    return config
        .field(list)
        .map(
            node ->
                ((Node.Arr) node).items().stream().map(Recorded::text).map(Cidr::parse).toList())
        .orElse(List.of());
  }
}
