package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.Api;
import io.entente.policy.Policy;
import io.entente.policy.generated.Generated;
import org.junit.jupiter.api.Test;

class DocumentsRoundTripTest {

  @Test
  void readsBackEveryPolicyItWrites() {
    for (long seed = 0; seed < 2_000; seed++) {
      // Given
      Policy policy = new Generated(seed).policy("p");

      // When
      Policy back = PolicyDocuments.read(PolicyDocuments.write(policy), policy.id().version());

      // Then
      assertThat(back).as("seed %d", seed).isEqualTo(policy);
    }
  }

  @Test
  void readsBackEveryApiItWrites() {
    for (long seed = 0; seed < 2_000; seed++) {
      // Given
      Api api = new Generated(seed).api("orders");

      // When
      Api back = ApiDocuments.read(ApiDocuments.write(api), api.version());

      // Then
      assertThat(back).as("seed %d", seed).isEqualTo(api);
    }
  }
}
