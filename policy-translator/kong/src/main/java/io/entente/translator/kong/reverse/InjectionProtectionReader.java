package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.InjectionProtectionEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** injection-protection, with patterns of its own only. */
final class InjectionProtectionReader implements PluginReader {

  @Override
  public String plugin() {
    return InjectionProtectionEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (!config.text("enforcement_mode").orElse("").equals("block")) {
      throw new NotSaid("it does not block what it finds");
    }
    if (!config.texts("injection_types").isEmpty()) {
      throw new NotSaid("it looks for what comes with Kong, which no policy can name");
    }
    var in = new ArrayList<In>();
    for (String location : config.texts("locations")) {
      switch (location) {
        case "path" -> in.add(In.PATH);
        case "query" -> in.add(In.QUERY);
        case "path_and_query" -> in.addAll(List.of(In.PATH, In.QUERY));
        case "body" -> in.add(In.BODY);
        default -> throw new NotSaid("it looks at all headers; a policy names them");
      }
    }
    return policies(patterns(config), in.stream().distinct().sorted().toList());
  }

  /** Families stand before patterns of one's own: where they come after some, another begins. */
  private static List<PolicyKind> policies(List<NamedPattern> written, List<In> in) {
    var policies = new ArrayList<PolicyKind>();
    var families = new ArrayList<InjectionFamily>();
    var patterns = new ArrayList<NamedPattern>();
    for (int at = 0; at < written.size(); ) {
      Optional<InjectionFamily> family = familyAt(written, at);
      if (family.isPresent() && !patterns.isEmpty()) {
        policies.add(new InjectionProtection(families, patterns, in, List.of()));
        families.clear();
        patterns.clear();
      }
      if (family.isPresent()) {
        families.add(family.get());
        at += family.get().patterns().size();
      } else {
        patterns.add(written.get(at++));
      }
    }
    policies.add(new InjectionProtection(families, patterns, in, List.of()));
    return policies;
  }

  private static Optional<InjectionFamily> familyAt(List<NamedPattern> written, int at) {
    return Stream.of(InjectionFamily.values())
        .filter(
            family -> {
              int end = at + family.patterns().size();
              return end <= written.size()
                  && written.subList(at, end).equals(List.copyOf(family.patterns()));
            })
        .findFirst();
  }

  private static List<NamedPattern> patterns(Config config) {
    var patterns = new ArrayList<NamedPattern>();
    if (config.at("custom_injections").orElse(Node.arr(List.of())) instanceof Node.Arr list) {
      for (Node item : list.items()) {
        if (!(item instanceof Node.Obj one)) {
          throw new NotSaid("config.custom_injections has an item that is none");
        }
        var named = new Config(one);
        patterns.add(
            new NamedPattern(named.text("name").orElse(""), named.text("regex").orElse("")));
      }
    }
    return patterns;
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.locations", "The places are named in other words or another order.",
        "config.custom_injections", "The patterns stand in another order.",
        "config.error_status_code", "What is refused gets another status than 400.",
        "config.error_message", "What is refused is told in other words.");
  }
}
