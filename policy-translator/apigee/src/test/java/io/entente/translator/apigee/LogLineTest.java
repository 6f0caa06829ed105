package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.apigee.dialect.Xml;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The line that the proxy writes is the one the hub was told of. */
class LogLineTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "apigee-logs.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z]+)` \\| .* \\| (?:`([a-z_.-]+)`|\\(literal\\)) \\|");
  private static final Pattern MEMBER = Pattern.compile("\"([a-z]+)\":\"([^\"]*)\"");

  /** What neither a caller nor a developer has a hand in. */
  private static final List<String> SAFE =
      List.of(
          "t", "id", "org", "env", "proxy", "rev", "base", "start", "end", "tstart", "tend",
          "estatus", "mstatus", "status");

  @Test
  void namesFieldsAndVariablesAsDocumentedInTheSameOrder() throws IOException {
    // Given
    var documented = new LinkedHashMap<String, String>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), row.group(2) == null ? "" : row.group(2));
      }
    }

    // When
    Map<String, String> written = members(message());

    // Then
    assertThat(new ArrayList<>(written.keySet())).isEqualTo(new ArrayList<>(documented.keySet()));
    written.forEach(
        (name, value) ->
            assertThat(value)
                .as(name)
                .isEqualTo(
                    name.equals("t")
                        ? "@entente:secret:entente:ingest/edge@"
                        : SAFE.contains(name)
                            ? "{" + documented.get(name) + "}"
                            : "{escapeJSON(" + documented.get(name) + ")}"));
  }

  @Test
  void isOneLineOfJsonWithoutQueryAndCredentials() {
    String message = message();

    assertThat(message).doesNotContain("\n");
    Node line = JsonTree.read(message, TreeLimits.VENDOR);
    assertThat(((Node.Obj) line).fields()).hasSize(23);
    assertThat(Trees.text((Node.Obj) line, "path")).contains("{escapeJSON(proxy.pathsuffix)}");
    assertThat(message)
        .doesNotContain("client_id")
        .doesNotContain("authorization")
        .doesNotContain("querystring")
        .doesNotContain("uri");
  }

  private static Map<String, String> members(String message) {
    var members = new LinkedHashMap<String, String>();
    Matcher matcher = MEMBER.matcher(message);
    while (matcher.find()) {
      assertThat(members.put(matcher.group(1), matcher.group(2))).isNull();
    }
    return members;
  }

  private static String message() {
    Translation translation =
        Worlds.translate(
            Worlds.ALL, List.of(Policies.enforcing("log", new TrafficLog(Duration.ofSeconds(5)))));
    return translation.blobs().stream()
        .map(Blob::bytes)
        .map(bytes -> Xml.read(bytes).orElseThrow())
        .filter(root -> root.getTagName().equals("MessageLogging"))
        .map(Element.class::cast)
        .map(root -> root.getElementsByTagName("Message").item(0).getTextContent())
        .findFirst()
        .orElseThrow();
  }
}
