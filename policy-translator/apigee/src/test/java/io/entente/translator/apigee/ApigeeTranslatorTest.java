package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Blob;
import io.entente.translator.Translator;
import io.entente.translator.apigee.dialect.Xml;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApigeeTranslatorTest {

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Translator.class).stream().map(p -> p.get().vendor()))
        .containsExactly(Vendor.APIGEE);
  }

  @Test
  void refusesAProfileThatDoesNotNameTheEnvironment() {
    var request =
        CaseRequest.of(
            Requests.profile(1, "x", List.of(), Map.of("organization", "acme")),
            new TreeMap<>(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> new ApigeeTranslator().translate(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("environment");
  }

  @Test
  void readingIsFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Reverse.class))
        .extracting(Reverse::vendor)
        .contains(Vendor.APIGEE);
  }

  @Test
  void failsClosedWhereverAPolicyOfOursRuns() throws Exception {
    for (var folder : GoldenCases.all()) {
      var translation =
          new ApigeeTranslator().translate(Requests.read(GoldenCases.request(folder)).request());
      for (var blob : translation.blobs()) {
        var read = Xml.read(blob.bytes());
        if (read.isEmpty()) {
          continue; // a resource
        }
        var root = read.get();
        boolean former = root.getTagName().equals("FlowCallout");
        boolean judged = judged(translation.blobs(), root.getAttribute("name"));
        assertThat(root.getAttribute("continueOnError").equals("true") && !former && !judged)
            .as("%s in %s", root.getAttribute("name"), folder)
            .isFalse();
      }
      translation
          .objects()
          .forEach(
              (key, object) -> {
                if (key.kind().equals("flowhooks")) {
                  assertThat(object.content().toString())
                      .contains("continueOnError=Value[value=Bool[value=false]]");
                }
              });
    }
  }

  /** Whether a Step refuses whatever this policy is not seen to have verified. */
  private static boolean judged(Set<Blob> blobs, String policy) {
    return blobs.stream()
        .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
        .anyMatch(
            text ->
                text.contains("(verifyapikey." + policy + ".client_id = null)")
                    || text.contains("(jwt." + policy + ".valid = \"true\")")
                    || failing(policy).anyMatch(text::contains)
                    || policy.contains("_intro") && text.contains(unlessActive(policy))
                    || policy.contains("_gqxread_") && text.contains(unread(policy)));
  }

  /** An operation that could not be read is refused. */
  private static String unread(String policy) {
    return "(operation." + policy.replace("_gqxread_", "_gqx_") + ".query = null)";
  }

  /** Whatever fails on the way to an issuer: a token that is not said to be active is refused. */
  private static String unlessActive(String policy) {
    String group = "introspection." + policy.replaceFirst("_intro[a-z]+_", "_intro_");
    return "!((" + group + ".answer.status.code = \"200\") and (" + group + ".active = \"true\"";
  }

  /** Those that have no word for success: whatever they can raise is refused as well. */
  private static Stream<String> failing(String policy) {
    return Stream.of(
        "(jsonattack." + policy + ".failed = \"true\") or (fault.name = \"ExecutionFailed\")",
        "(xmlattack." + policy + ".failed = \"true\") or (fault.name = \"ExecutionFailed\")",
        "(regularexpressionprotection."
            + policy
            + ".failed = \"true\") or (fault.name = \"ThreatDetected\")"
            + " or (fault.name = \"ExecutionFailed\")");
  }
}
