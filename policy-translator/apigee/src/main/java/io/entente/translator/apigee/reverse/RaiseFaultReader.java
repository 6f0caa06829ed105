package io.entente.translator.apigee.reverse;

import io.entente.policy.AccessBlock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** RaiseFault that answers every request: {@code accessBlock}. */
final class RaiseFaultReader implements PolicyReader {

  private static final Set<String> MARKS = Set.of("variablePrefix", "variableSuffix");

  @Override
  public String type() {
    return "RaiseFault";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(
        Steps.ATTRIBUTES,
        Steps.children("FaultResponse", "IgnoreUnresolvedVariables", "ShortFaultReason"));
    PolicyElement answer =
        policy
            .child("FaultResponse")
            .orElseThrow(
                () -> new Unsaid("has no FaultResponse: Apigee answers 500 in its own words"));
    answer.only(Set.of(), Set.of("Set"));
    PolicyElement set = answer.child("Set").orElseThrow(() -> new Unsaid("sets nothing"));
    set.only(Set.of(), Set.of("Payload", "StatusCode", "ReasonPhrase", "Headers"));
    Optional<PolicyElement> headers = set.child("Headers");
    if (headers.isPresent() && !headers.get().children().isEmpty()) {
      throw new Unsaid("answers with headers of its own, which accessBlock has not");
    }
    long status = PolicyElement.number("StatusCode", set.value("StatusCode").orElse("500"));
    Optional<PolicyElement> payload = set.child("Payload");
    if (payload.isEmpty()) {
      throw new Unsaid("has no Payload: Apigee writes one of its own");
    }
    String body = body(payload.get());
    String type = payload.get().attribute("contentType").orElse("text/xml");
    return Meaning.of(
        () -> new AccessBlock((int) Math.min(status, 1_000), type.toLowerCase(Locale.ROOT), body),
        new TreeMap<>());
  }

  private static String body(PolicyElement payload) throws Unsaid {
    var attributes = new HashSet<>(MARKS);
    attributes.add("contentType");
    payload.only(attributes, Set.of());
    String body = payload.verbatim();
    String prefix = payload.attribute("variablePrefix").orElse("{");
    String suffix = payload.attribute("variableSuffix").orElse("}");
    if (body.contains(prefix) || body.contains(suffix)) {
      throw new Unsaid("answers with a body in which Apigee may see flow variables");
    }
    return body;
  }
}
