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
    List<NamedPattern> patterns = new ArrayList<>(patterns(config));
    var families = new ArrayList<InjectionFamily>();
    for (InjectionFamily family : InjectionFamily.values()) {
      if (patterns.containsAll(family.patterns())) {
        families.add(family);
        patterns.removeAll(family.patterns());
      }
    }
    return List.of(
        new InjectionProtection(
            families, patterns, in.stream().distinct().sorted().toList(), List.of()));
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
