package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code bot-detection}: allow beats deny and the built-in list. */
final class BotDetection implements Plugin {

  // The agents the built-in list of the gateway was seen to refuse, and their kind.
  private static final Pattern BUILT_IN =
      Pattern.compile(
          "[A-Za-z0-9 _-]*(?:[Bb]ot|[Ss]pider|[Cc]rawler|[Ii]ndexer|[Ss]craper|[Aa]rchiver)/[0-9]"
              + "|[Bb]ai[Dd]u[Ss]pider|Googlebot|bingbot|Twitterbot|LinkedInBot|YandexBot"
              + "|facebookexternalhit|Scrapy|PHPCrawl|Slurp|ia_archiver|heritrix|Nutch|Pingdom"
              + "|okhttp|axios|Go-http-client|Apache-HttpClient|Google-HTTP-Java-Client"
              + "|Python-urllib|WinHTTP|HttpMonitor");

  @Override
  public String name() {
    return "bot-detection";
  }

  @Override
  public int priority() {
    return 2500;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    List<String> agents = exchange.outgoing().headers().all("user-agent");
    if (agents.size() > 1) {
      return Optional.of(exchange.error(400, "Only one User-Agent header allowed"));
    }
    if (agents.isEmpty()) {
      return Optional.empty();
    }
    String agent = agents.get(0).strip();
    JsonNode config = instance.config();
    boolean refused =
        !found(Json.texts(config, "allow"), agent)
            && (found(Json.texts(config, "deny"), agent) || BUILT_IN.matcher(agent).find());
    return refused ? Optional.of(exchange.error(403, "Forbidden")) : Optional.empty();
  }

  private static boolean found(List<String> patterns, String agent) {
    return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(agent).find());
  }
}
