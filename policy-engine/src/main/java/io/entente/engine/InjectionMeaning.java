package io.entente.engine;

import com.google.re2j.Pattern;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts of a request that hold none of some patterns. Path and query are looked at twice, as sent
 * and once decoded; a body that is no UTF-8 byte by byte, so that nothing hides behind a broken
 * letter.
 */
final class InjectionMeaning {

  private InjectionMeaning() {}

  /** The pattern that refuses the request; empty where none does. */
  static Optional<String> refusedBy(InjectionProtection rule, Exchange exchange) {
    if (rule.in().contains(In.BODY)
        && exchange.requestBytes() > 0
        && exchange.requestBody().isEmpty()) {
      return Optional.of("injectionProtection.body");
    }
    List<String> texts = texts(rule, exchange);
    for (NamedPattern named : rule.all()) {
      Pattern pattern = Pattern.compile(named.pattern());
      if (texts.stream().anyMatch(text -> pattern.matcher(text).find())) {
        return Optional.of("injectionProtection." + named.name());
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(InjectionProtection rule, Exchange exchange) {
    var texts = new ArrayList<String>();
    for (In in : rule.in()) {
      switch (in) {
        case PATH -> {
          texts.add(exchange.path());
          texts.add(PercentText.decoded(exchange.path()));
        }
        case QUERY -> {
          texts.add(exchange.query());
          texts.add(PercentText.decoded(exchange.query().replace('+', ' ')));
        }
        case BODY ->
            exchange.requestBody().ifPresent(body -> texts.add(body.text().orElse(body.letters())));
      }
    }
    for (String header : rule.headers()) {
      texts.add(String.join(",", exchange.requestHeaders().get(header)));
    }
    return texts;
  }
}
