package io.entente.translator.apigee.reverse;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** AssignMessage: {@code headerTransform}, where it edits headers of the message at hand only. */
final class AssignMessageReader implements PolicyReader {

  private static final Set<String> VERBS = Set.of("Set", "Add", "Remove");

  @Override
  public String type() {
    return "AssignMessage";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    policy.only(
        Steps.ATTRIBUTES,
        Steps.children("Set", "Add", "Remove", "IgnoreUnresolvedVariables", "AssignTo"));
    requireAtHand(policy, run);
    var beyond = new TreeMap<String, String>();
    var edits = new ArrayList<Edit>();
    var names = new HashSet<String>();
    for (PolicyElement child : policy.children()) {
      if (VERBS.contains(child.name())) {
        for (Edit edit : edits(child)) {
          if (!names.add(edit.name())) {
            throw new Unsaid(
                "edits the header %s more than once, and Apigee does not say in which order"
                    .formatted(edit.name()));
          }
          edits.add(edit);
        }
      }
    }
    List<Edit> all = Conditions.absent(run, edits).orElse(edits);
    several(all, beyond);
    return Meaning.of(
        () ->
            run.request()
                ? new HeaderTransform(all, List.of())
                : new HeaderTransform(List.of(), all),
        beyond);
  }

  private static void several(List<Edit> edits, SortedMap<String, String> beyond) {
    edits.stream()
        .filter(Edit.Set.class::isInstance)
        .forEach(
            edit ->
                beyond.put(
                    "Set/Headers/" + edit.name(),
                    "Apigee does not say what becomes of further values where a message has several."));
  }

  private static List<Edit> edits(PolicyElement verb) throws Unsaid {
    verb.only(Set.of(), Set.of("Headers"));
    var edits = new ArrayList<Edit>();
    Optional<PolicyElement> headers = verb.child("Headers");
    if (headers.isEmpty()) {
      return edits;
    }
    headers.get().only(Set.of(), Set.of("Header"));
    List<PolicyElement> all = headers.get().children("Header");
    if (all.isEmpty() && verb.name().equals("Remove")) {
      throw new Unsaid("removes every header; headerTransform names those it removes");
    }
    for (PolicyElement header : all) {
      header.only(Set.of("name"), Set.of());
      String name =
          header.attribute("name").orElseThrow(() -> new Unsaid("has a Header without name"));
      edits.add(edit(verb.name(), name.toLowerCase(Locale.ROOT), header.text()));
    }
    return edits;
  }

  private static Edit edit(String verb, String name, String value) throws Unsaid {
    if (value.contains("{") || value.contains("}")) {
      throw new Unsaid(
          "writes a flow variable into the header %s, whose value is not known here"
              .formatted(name));
    }
    try {
      return switch (verb) {
        case "Set" -> new Edit.Set(name, value);
        case "Add" -> new Edit.Append(name, value);
        default -> removed(name, value);
      };
    } catch (IllegalArgumentException e) {
      throw new Unsaid("is outside of what a policy may say: " + e.getMessage());
    }
  }

  private static Edit removed(String name, String value) throws Unsaid {
    if (!value.isEmpty()) {
      throw new Unsaid("removes one value of the header %s, not the header".formatted(name));
    }
    return new Edit.Remove(name);
  }

  private static void requireAtHand(PolicyElement policy, Run run) throws Unsaid {
    Optional<PolicyElement> to = policy.child("AssignTo");
    if (to.isEmpty()) {
      return;
    }
    String atHand = run.request() ? "request" : "response";
    to.get().only(Set.of("createNew", "transport", "type"), Set.of());
    boolean other =
        !to.get().text().isEmpty() && !to.get().text().equals(atHand)
            || !to.get().attribute("type").orElse(atHand).equals(atHand)
            || !to.get().attribute("createNew").orElse("false").equals("false");
    if (other) {
      throw new Unsaid("writes another message than the %s at hand".formatted(atHand));
    }
  }
}
