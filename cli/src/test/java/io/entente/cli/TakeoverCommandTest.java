package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What others made is taken over and given back on the command line. */
class TakeoverCommandTest {

  private static final String FOUND =
      """
      {"gateway": "edge", "places": [
        {"place": "plugins/a", "possible": true, "reasons": [], "seen": "s1",
         "found": [{"kind": "cors", "unexpressed": {}}], "kept": ["config.private_network"]},
        {"place": "plugins/b", "possible": false, "reasons": ["It is disabled."],
         "found": [], "kept": []},
        {"place": "plugins/c", "possible": true, "reasons": [], "seen": "s3",
         "found": [{"kind": "ipFilter", "unexpressed": {}}], "kept": []}],
       "remainder": [{"object": "plugins/d", "reason": "No kind says acme-auth."}]}
      """;
  private static final String TAKEN =
      "[{\"id\":4,\"place\":\"plugins/a\",\"policies\":[\"cors-a\"],\"by\":\"ann\"}]";

  @RegisterExtension final AnsweringHub hub = new AnsweringHub();

  @Test
  void showsWhatCanBeTakenOverAndWhyTheRestCannot() {
    // Given
    hub.answers("GET /api/gateways/edge/importable", 200, FOUND);
    // When
    int code = hub.run("takeover", "candidates", "edge");
    // Then
    assertThat(code).isZero();
    assertThat(hub.out())
        .isEqualTo(
            """
            can be taken over  plugins/a
                cors
                said by no policy, would stay by decision: config.private_network
            stays as it is     plugins/b
                because: It is disabled.
            can be taken over  plugins/c
                ipFilter
            no policy says      plugins/d
                because: No kind says acme-auth.
            """);
  }

  @Test
  void importsThePlacesThatAreNamedAsTheyWereSeen() {
    // Given
    hub.answers("GET /api/gateways/edge/importable", 200, FOUND);
    hub.answers("POST /api/gateways/edge/import", 201, TAKEN);
    // When
    int code = hub.run("takeover", "import", "edge", "plugins/a");
    // Then
    assertThat(code).isZero();
    assertThat(hub.bodies()).contains("{\"places\":[{\"place\":\"plugins/a\",\"seen\":\"s1\"}]}");
    assertThat(hub.out()).contains("cors-a");
  }

  @Test
  void importsAllThatCanBe() {
    // Given
    hub.answers("GET /api/gateways/edge/importable", 200, FOUND);
    hub.answers("POST /api/gateways/edge/import", 201, TAKEN);
    // When
    int code = hub.run("takeover", "import", "edge", "--all");
    // Then
    assertThat(code).isZero();
    assertThat(hub.bodies())
        .contains(
            "{\"places\":[{\"place\":\"plugins/a\",\"seen\":\"s1\"},"
                + "{\"place\":\"plugins/c\",\"seen\":\"s3\"}]}");
  }

  @Test
  void refusesAPlaceThatCannotBeTakenOverAndSendsNothing() {
    // Given
    hub.answers("GET /api/gateways/edge/importable", 200, FOUND);
    // When
    int code = hub.run("takeover", "import", "edge", "plugins/a", "plugins/b");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("PLACE_NOT_TAKEN_OVER", "plugins/b");
    assertThat(hub.asked()).containsExactly("GET /api/gateways/edge/importable");
  }

  @Test
  void refusesAnImportOfNothing() {
    // Given
    hub.answers("GET /api/gateways/edge/importable", 200, FOUND);
    // When, then
    assertThat(hub.run("takeover", "import", "edge")).isEqualTo(1);
    assertThat(hub.err()).contains("NO_PLACE", "entente takeover candidates edge");
  }

  @Test
  void listsWhatIsTakenOverAndGivesOneBack() {
    // Given
    hub.answers("GET /api/gateways/edge/takeovers?all=true", 200, TAKEN);
    hub.answers("DELETE /api/gateways/edge/takeovers/4", 204, "");
    // When
    int listed = hub.run("takeover", "list", "edge", "--all");
    int released = hub.run("takeover", "release", "edge", "4");
    // Then
    assertThat(listed).isZero();
    assertThat(released).isZero();
    assertThat(hub.out()).contains("plugins/a", "given back");
  }
}
