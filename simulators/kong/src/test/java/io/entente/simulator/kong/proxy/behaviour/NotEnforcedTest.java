package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is configured and not enforced is answered, never passed over. */
class NotEnforcedTest {

  private static final String CONFIG =
      """
      {"config": {
        "services": [{"name": "s", "url": "http://@UP_HOST@:@A_PORT@"}],
        "routes": [{"name": "r", "service": {"name": "s"}, "paths": ["/"]}],
        "consumers": [{"username": "alice"}],
        "credentials": [{"consumer": "alice", "type": "key-auth", "body": {"key": "k"}}],
        "plugins": [{"name": "key-auth", "route": {"name": "r"}}, %s]},
       "steps": [{"request":
         {"method": "GET", "path": "/", "headers": [["Host", "x"], ["apikey", "k"]]}}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"hmac-auth\"} | hmac-auth",
        "{\"name\":\"ai-prompt-guard\",\"consumer\":{\"username\":\"alice\"},\"config\":{\"allow_patterns\":[\"x\"]}} | ai-prompt-guard",
        "{\"name\":\"request-termination\",\"config\":{\"echo\":true}} | echo",
        "{\"name\":\"request-transformer\",\"config\":{\"add\":{\"headers\":[\"X:$(pairs({}))\"]}}} | pairs",
        "{\"name\":\"http-log\",\"config\":{\"http_endpoint\":\"http://127.0.0.1:9/\",\"custom_fields_by_lua\":{\"x\":\"return kong.node.get_id()\"}}} | kong.node",
      })
  void answers500WithTheNameOfWhatIsMissing(String plugin, String named)
      throws IOException, InterruptedException {
    // Given
    JsonNode scenario = Wires.object(CONFIG.formatted(plugin));
    try (var lane = new Lane()) {
      var replay = new Replay(lane.node(Wires.MAPPER.createObjectNode()), lane.lab());

      // When
      ObjectNode response = replay.run(scenario).get(0).response();

      // Then
      assertThat(response.get("status").asInt()).isEqualTo(500);
      assertThat(response.get("body").asText()).contains("does not enforce").contains(named);
    }
  }
}
