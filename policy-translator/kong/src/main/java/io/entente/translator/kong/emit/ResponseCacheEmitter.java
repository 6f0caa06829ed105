package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code responseCache} as proxy-cache, which goes out only beside the response-transformer that
 * takes cookies off: what proxy-cache keeps it gives again with its cookies.
 */
public final class ResponseCacheEmitter {

  public static final String PLUGIN = "proxy-cache";
  public static final String ADVANCED = "proxy-cache-advanced";

  private ResponseCacheEmitter() {}

  /** The plugin of an edition that a node has. */
  static String plugin(Place place) {
    return place.enterprise() && place.has(ADVANCED) ? ADVANCED : PLUGIN;
  }

  /**
   * @param policies of this kind, at least one, in order of application
   */
  static Emission emit(List<Policy> policies, Place place) {
    String plugin = plugin(place);
    if (!place.has(plugin)) {
      return Emission.withoutPlugin(plugin, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    var ledger = new FieldLedger(nearest);
    boolean goesOut = judge(ledger, place);
    List<PolicyFidelity> fidelity =
        policies.stream()
            .map(
                policy ->
                    (policy.equals(nearest) ? ledger : new FieldLedger(policy))
                        .report(place.route()))
            .toList();
    return new Emission(
        goesOut
            ? List.of(
                new PluginDraft(
                    plugin,
                    CacheFields.config(rule(nearest)),
                    List.of(nearest),
                    "",
                    Set.of(HeaderSide.RESPONSE.plugin())))
            : List.of(),
        fidelity,
        List.of());
  }

  /** False when nothing goes out: half a key would hand one caller's answer to another. */
  private static boolean judge(FieldLedger ledger, Place place) {
    ResponseCache rule = rule(ledger.policy());
    var stated = new Stated(ledger.policy().id());
    var bounds = new CacheBounds(rule, place, stated);
    boolean goesOut = cookies(ledger, rule, place, stated);
    if (rule.maxEntryBytes().isPresent()) {
      ledger.unsupported("maxEntryBytes", Evidence.STORED_ANSWER.grade(), bounds.withoutLargest());
      goesOut = false;
    } else {
      ledger.withoutMeaning("maxEntryBytes");
    }
    Optional<String> unreadable =
        rule.varyHeaders().stream().filter(name -> !HeaderSide.plain(name)).findFirst();
    if (unreadable.isPresent()) {
      int at = rule.varyHeaders().indexOf(unreadable.get());
      ledger.unsupported(
          "varyHeaders[" + at + "]",
          Evidence.HEADER_SYNTAX.grade(),
          stated.looser(
              "not-readable",
              "0 headers with other characters than a-z, 0-9, _ and - get past nginx (header %s): requests that differ in it would share 1 answer"
                  .formatted(unreadable.get()),
              "Use another name."));
      goesOut = false;
    }
    if (goesOut) {
      bounds.write(ledger);
    }
    return goesOut;
  }

  private static boolean cookies(
      FieldLedger ledger, ResponseCache rule, Place place, Stated stated) {
    if (rule.setCookie() == SetCookie.BYPASS) {
      ledger.unsupported(
          "setCookie",
          Evidence.STORED_ANSWER.grade(),
          stated.looser(
              "cookies-replayed",
              "1 answer that sets a cookie is kept and given again with it to every caller of its key: proxy-cache has 0 settings against it",
              "Set setCookie: strip where the API needs no cookies, or do not cache here."));
      return false;
    }
    String stripping = HeaderSide.RESPONSE.plugin();
    if (!place.has(stripping)) {
      ledger.unsupported(
          "setCookie",
          Evidence.NODE_PLUGINS.grade(),
          stated.looser(
              "plugin-not-enabled",
              "0 of 1 plugin needed to take cookies off, "
                  + stripping
                  + ", is enabled on the gateway",
              "Add " + stripping + " to the node's plugins setting."));
      return false;
    }
    return true;
  }

  private static ResponseCache rule(Policy policy) {
    return (ResponseCache) policy.spec().kind();
  }
}
