package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.ClientIdentity;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.policy.Policy;
import io.entente.translator.Identifying;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code mtls} as mtls-auth of the enterprise edition, which asks no consumers, and acl over the
 * common name where only some clients may come. The open source edition verifies clients for whole
 * nodes, in a file of the node.
 */
public final class MtlsEmitter implements KindEmitter {

  public static final String PLUGIN = "mtls-auth";

  static final String KIND = "mtls";

  /** How long what was said of a certificate counts, in milliseconds. */
  static final int KEPT = 60_000;

  /** How long an authority may take to answer, in milliseconds. */
  static final int PATIENCE = 5_000;

  @Override
  public Set<String> kindNames() {
    return Set.of(KIND);
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.enterprise()) {
      return Emission.nothing(policies, place, MtlsBounds::openSource);
    }
    Policy nearest = policies.get(policies.size() - 1);
    var rule = (Mtls) nearest.spec().kind();
    boolean some = !rule.identities().isEmpty();
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    if (some && !place.has(ConsumerAccessEmitter.PLUGIN)) {
      return Emission.withoutPlugin(ConsumerAccessEmitter.PLUGIN, policies, place);
    }
    if (rule.identities().stream().anyMatch(MtlsEmitter::unread)) {
      return Emission.nothing(policies, place, MtlsBounds::namesUnread);
    }
    if (some && hasGroups(place)) {
      return Emission.nothing(policies, place, MtlsBounds::groupsOfOthers);
    }
    return new Emission(
        plugins(nearest, rule, place),
        Emission.nearestSays(policies, place, ledger -> MtlsBounds.judge(ledger, rule, place)),
        List.of());
  }

  static boolean unread(ClientIdentity identity) {
    return identity.kind() != ClientIdentity.Kind.SUBJECT_CN;
  }

  /** Whether others say which groups a caller is in, or judge by them. */
  private static boolean hasGroups(Place place) {
    return place.kinds().contains(ConsumerAccessEmitter.KIND)
        || place.acting().contains(ConsumerAccessEmitter.PLUGIN)
        || !Identifying.among(place.kinds()).isEmpty()
        || place.identifies();
  }

  private static List<PluginDraft> plugins(Policy policy, Mtls rule, Place place) {
    boolean some = !rule.identities().isEmpty();
    var plugins = new ArrayList<PluginDraft>();
    plugins.add(
        new PluginDraft(
            PLUGIN,
            config(rule, place),
            List.of(policy),
            "",
            some ? Set.of(ConsumerAccessEmitter.PLUGIN) : Set.of(),
            rule.trustedCertificates()));
    if (some) {
      plugins.add(
          new PluginDraft(
              ConsumerAccessEmitter.PLUGIN,
              Doc.of(
                      "allow",
                      Doc.texts(rule.identities().stream().map(ClientIdentity::value).toList()))
                  .with("hide_groups_header", Node.bool(false))
                  .with("always_use_authenticated_groups", Node.bool(true)),
              List.of(policy),
              "identities",
              Set.of(PLUGIN)));
    }
    return plugins;
  }

  private static Node.Obj config(Mtls rule, Place place) {
    boolean asked = rule.revocation() == Revocation.CRL_OCSP;
    return Doc.of(
            "ca_certificates",
            Doc.texts(rule.trustedCertificates().stream().map(place.authorities()::of).toList()))
        .with("skip_consumer_lookup", Node.bool(true))
        // A group that no list of groups can name, where no list of ours is to judge by it.
        .with("authenticated_group_by", Node.text(rule.identities().isEmpty() ? "DN" : "CN"))
        // IGNORE_CA_ERROR would let pass whomever nobody can be asked about.
        .with("revocation_check_mode", Node.text(asked ? "STRICT" : "SKIP"))
        .with("http_timeout", Node.number(PATIENCE))
        .with("cert_cache_ttl", Node.number(KEPT))
        .with("cache_ttl", Node.number(KEPT / 1_000))
        // Each authority ends a chain, whether another signed it or not.
        .with("allow_partial_chain", Node.bool(true))
        .with("send_ca_dn", Node.bool(false))
        .with("ssl_verify", Node.bool(true))
        .with("consumer_by", Doc.texts(List.of()))
        .with("san_dirname_matcher", Doc.texts(List.of()))
        .with("default_consumer", Node.nothing())
        .with("anonymous", Node.nothing())
        .with("http_proxy_host", Node.nothing())
        .with("http_proxy_port", Node.nothing())
        .with("https_proxy_host", Node.nothing())
        .with("https_proxy_port", Node.nothing());
  }
}
