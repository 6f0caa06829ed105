package io.entente.connector.envoy;

import static io.entente.connector.envoy.Documents.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import org.junit.jupiter.api.Test;

class ResourceCodecTest {

  private final ResourceCodec codec = new ResourceCodec();

  @Test
  void knownTypedConfigKeepsItsType() throws Exception {
    // When
    var manager = manager(Documents.listener(8080));

    // Then
    assertThat(manager.getRds().getRouteConfigName()).isEqualTo("entente");
    assertThat(manager.getHttpFilters(0).getTypedConfig().getTypeUrl()).endsWith("HeaderMutation");
  }

  @Test
  void fieldNewerThanTheApiTravelsAsTypedStruct() throws Exception {
    // When
    var manager =
        manager(Documents.listener(8080).replace("response_mutations", "mutations_of_1_40"));

    // Then
    var config = manager.getHttpFilters(0).getTypedConfig();
    assertThat(config.getTypeUrl()).endsWith("xds.type.v3.TypedStruct");
    var struct = config.unpack(com.github.xds.type.v3.TypedStruct.class);
    assertThat(struct.getTypeUrl()).endsWith("HeaderMutation");
    assertThat(struct.getValue().getFieldsMap()).containsKey("mutations");
  }

  @Test
  void typeNewerThanTheApiTravelsAsTypedStruct() throws Exception {
    // When
    var manager = manager(Documents.listener(8080).replace("router.v3.Router", "mcp.v3.Mcp"));

    // Then
    assertThat(manager.getHttpFilters(1).getTypedConfig().getTypeUrl()).endsWith("TypedStruct");
  }

  @Test
  void namesTheInnermostPlaceAtFault() {
    // Given
    String broken = Documents.routes("/orders").replace("timeout: 5s", "timeout: soon");

    // Then
    assertThatThrownBy(() -> codec.message(Documents.ROUTES, yaml(broken)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().get(0).code()).isEqualTo("ENVOY_DOCUMENT_INVALID");
              assertThat(e.problems().get(0).path().orElseThrow())
                  .endsWith("virtual_hosts[0].routes[0].route.timeout");
            });
  }

  @Test
  void refusesOtherNameAndUnknownKind() {
    // Then
    assertThatThrownBy(
            () -> codec.message(new ObjectKey("cluster", "b"), yaml(Documents.cluster("a", 1))))
        .hasMessageContaining("does not carry its name");
    assertThatThrownBy(() -> codec.message(new ObjectKey("secret", "b"), yaml("name: b")))
        .hasMessageContaining("not served");
  }

  private HttpConnectionManager manager(String listener) throws Exception {
    var message = (Listener) codec.message(Documents.LISTENER, yaml(listener));
    return message
        .getFilterChains(0)
        .getFilters(0)
        .getTypedConfig()
        .unpack(HttpConnectionManager.class);
  }
}
