package io.entente.connector.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A real Envoy names the access rule that refused, which is what a decision event rests on. */
class DenialNamesPolicyTest {

  private static final String RULES =
      """
      http_filters:
            - name: envoy.filters.http.rbac
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC
                rules:
                  action: DENY
                  policies:
                    office-only:
                      permissions: [{any: true}]
                      principals: [{any: true}]
      """;

  @AutoClose private final EnvoyFixture fixture = new EnvoyFixture();

  @Test
  void theEventOfARefusedRequestNamesTheRule() {
    // Given
    var resources = new TreeMap<>(fixture.good());
    resources.put(
        Documents.LISTENER,
        Documents.yaml(Documents.listener(fixture.listenerPort).replace("http_filters:\n", RULES)));
    fixture.put(resources);
    fixture.envoy("n1");

    // When
    await().atMost(Duration.ofSeconds(30)).until(() -> fixture.get("/orders/1") == 403);

    // Then
    await().until(() -> fixture.events.stream().anyMatch(e -> e.status() == 403));
    var event = fixture.events.stream().filter(e -> e.status() == 403).findFirst().orElseThrow();
    assertThat(event.decision()).contains("rbac_access_denied_matched_policy[office-only]");
    assertThat(event.route()).isPresent();
  }
}
