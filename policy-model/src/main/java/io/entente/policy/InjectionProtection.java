package io.entente.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests that hold none of some patterns; others are answered 400. Several policies all hold.
 *
 * @param families patterns that come with Entente
 * @param patterns of one's own; each name once
 * @param in places of the request; each once
 * @param headers whose values are looked at, lower case; each once
 */
public record InjectionProtection(
    List<InjectionFamily> families, List<NamedPattern> patterns, List<In> in, List<String> headers)
    implements PolicyKind {

  /** Where patterns are looked for. */
  public enum In {
    /** The path, as sent and once decoded. */
    PATH,
    /** The query, as sent and once decoded. */
    QUERY,
    /** The body, whatever type it says it is of. */
    BODY
  }

  public InjectionProtection {
    if (families.isEmpty() && patterns.isEmpty()) {
      throw new IllegalArgumentException("there is no pattern in families or patterns");
    }
    if (in.isEmpty() && headers.isEmpty()) {
      throw new IllegalArgumentException("there is no place in in or headers");
    }
    headers.forEach(name -> HeaderName.require(name));
    once("families", families);
    once("patterns", patterns.stream().map(NamedPattern::name).toList());
    once("in", in);
    once("headers", headers);
    families = List.copyOf(families);
    patterns = List.copyOf(patterns);
    in = List.copyOf(in);
    headers = List.copyOf(headers);
  }

  /** Those of the families first. */
  public List<NamedPattern> all() {
    return Stream.concat(
            families.stream().flatMap(family -> family.patterns().stream()), patterns.stream())
        .toList();
  }

  private static void once(String list, List<?> items) {
    var seen = new HashSet<Object>();
    Optional<?> twice = items.stream().filter(item -> !seen.add(item)).findFirst();
    if (twice.isPresent()) {
      throw new IllegalArgumentException(list + " has '" + twice.get() + "' twice");
    }
  }

  @Override
  public String kindName() {
    return "injectionProtection";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }
}
