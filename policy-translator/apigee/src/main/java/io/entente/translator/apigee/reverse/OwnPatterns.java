package io.entente.translator.apigee.reverse;

import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import io.entente.policy.PolicyKind;
import io.entente.translator.apigee.emit.JavaPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rule that a RegularExpressionProtection of ours came from, but for the names of patterns. */
final class OwnPatterns {

  private static final String HEADER = "request.header.";
  private static final String ALL = ".values.string";

  private OwnPatterns() {}

  static PolicyKind of(PolicyElement policy) throws Unsaid {
    var in = new ArrayList<In>();
    var headers = new ArrayList<String>();
    List<PolicyElement> variables = policy.children("Variable");
    for (PolicyElement variable : variables) {
      String name = variable.attribute("name").orElse("");
      switch (name) {
        case "request.path" -> in.add(In.PATH);
        case "request.querystring" -> in.add(In.QUERY);
        case "request.content" -> in.add(In.BODY);
        default -> headers.add(header(name));
      }
    }
    List<String> left =
        new ArrayList<>(
            variables.stream()
                .findFirst()
                .map(variable -> variable.children("Pattern"))
                .orElse(List.of())
                .stream()
                .map(pattern -> JavaPattern.read(pattern.verbatim()))
                .toList());
    var families = new ArrayList<InjectionFamily>();
    for (Optional<InjectionFamily> next = first(left); next.isPresent(); next = first(left)) {
      families.add(next.get());
      left.subList(0, next.get().patterns().size()).clear();
    }
    return Meaning.of(
            () -> new InjectionProtection(families, named(left), in, headers), new TreeMap<>())
        .kind();
  }

  /** The family whose patterns come next. */
  private static Optional<InjectionFamily> first(List<String> left) {
    Predicate<InjectionFamily> next =
        family -> {
          var patterns = family.patterns().stream().map(NamedPattern::pattern).toList();
          return left.size() >= patterns.size()
              && left.subList(0, patterns.size()).equals(patterns);
        };
    return List.of(InjectionFamily.values()).stream().filter(next).findFirst();
  }

  /** Apigee keeps no names. */
  private static List<NamedPattern> named(List<String> patterns) {
    var named = new ArrayList<NamedPattern>();
    patterns.forEach(
        pattern -> named.add(new NamedPattern("pattern-" + (named.size() + 1), pattern)));
    return named;
  }

  private static String header(String variable) throws Unsaid {
    if (!variable.startsWith(HEADER) || !variable.endsWith(ALL)) {
      throw new Unsaid("looks at " + variable + ", which no policy says");
    }
    return variable.substring(HEADER.length(), variable.length() - ALL.length());
  }
}
