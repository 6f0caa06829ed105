package io.entente.translator.envoy.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.model.tree.Node;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.JwtDocument;
import io.entente.translator.envoy.emit.JwtEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code jwt} as the provider that a route names and the rules on what it finds. */
final class OwnJwt implements OwnKind {

  private static final List<String> FAMILY =
      List.of(FilterNames.JWT, FilterNames.JWT_PREFLIGHT, FilterNames.JWT_RULES);

  @Override
  public Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain) {
    return match(acting, FilterNames.JWT, Preflight.CHECK)
        .or(() -> match(acting, FilterNames.JWT_PREFLIGHT, Preflight.PASS));
  }

  private static Optional<Match> match(
      Map<String, Acting> acting, String filter, Preflight preflight) {
    Optional<Acting> at = OwnKind.said(acting, filter);
    Optional<Acting> rules = OwnKind.said(acting, FilterNames.JWT_RULES);
    if (at.isEmpty() || rules.isEmpty()) {
      return Optional.empty();
    }
    String name = Trees.text(at.get().message(), "requirement_name").orElse("");
    Node.Obj provider = Trees.objectAt(at.get().filter().config().message(), "providers", name);
    try {
      var rule = guess(provider, JwtRulesReader.of(rules.get().message(), name), preflight);
      Policy policy = Emitted.policy(name, rule);
      return same(policy, preflight, at.get(), acting)
          ? Optional.of(
              new Match(
                  rule,
                  Optional.of(new PolicyName(name)),
                  at.get(),
                  Set.of(filter, FilterNames.JWT_RULES)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(
      Policy policy, Preflight preflight, Acting at, Map<String, Acting> acting) {
    var emitted = Emitted.configs(Emitted.filters(new JwtEmitter(), List.of(policy), 1));
    for (String filter : FAMILY) {
      Optional<Node.Obj> theirs =
          OwnKind.said(acting, filter).filter(a -> a.scope() == at.scope()).map(Acting::message);
      if (!theirs.equals(Optional.ofNullable(emitted.get(filter)))) {
        return false;
      }
    }
    Node.Obj ours = FilterConfig.of(JwtDocument.inChain(List.of(policy), preflight)).message();
    Node.Obj chain = at.filter().config().message();
    String name = policy.id().policy().value();
    return chain.field("rules").isEmpty()
        && Trees.isTrue(chain, "bypass_cors_preflight") == (preflight == Preflight.PASS)
        && Trees.at(chain, "providers", name).equals(Trees.at(ours, "providers", name))
        && Trees.at(chain, "requirement_map", name).equals(Trees.at(ours, "requirement_map", name));
  }

  /**
   * @throws IllegalArgumentException no jwt says it
   */
  private static Jwt guess(Node.Obj provider, JwtRulesReader rules, Preflight preflight) {
    Node source = Trees.items(provider, "from_headers").stream().findFirst().orElse(Node.obj());
    return new Jwt(
        Trees.text(provider, "issuer").orElse(""),
        rules.audiences(),
        JwksReader.of(provider),
        rules.algorithms(),
        Duration.ofSeconds(Trees.whole(provider, "clock_skew_seconds").orElse(60L)),
        Trees.isTrue(provider, "require_expiration"),
        Trees.text(provider, "max_lifetime")
            .filter(text -> text.matches("[0-9]{1,10}s"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)))),
        rules.claims(),
        new TokenSource(
            Trees.text(source, "name").orElse(""),
            Trees.text(source, "value_prefix").isPresent() ? Scheme.BEARER : Scheme.NONE),
        Trees.isTrue(provider, "forward"),
        preflight);
  }
}
