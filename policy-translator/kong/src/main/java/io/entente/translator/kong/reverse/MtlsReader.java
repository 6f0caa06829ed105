package io.entente.translator.kong.reverse;

import io.entente.policy.CaCertificate;
import io.entente.policy.ClientIdentity;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.MtlsEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** mtls-auth that asks no consumers, with acl beside it where only some clients may come. */
final class MtlsReader implements PluginReader {

  static final String AUTHORITIES = "ca_certificates";

  private static final String GROUPS = "authenticated_group_by";

  @Override
  public String plugin() {
    return MtlsEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    boolean judged = where.groups().filter(acl -> judgesBy(config, acl)).isPresent();
    return List.of(policy(config, judged ? where.groups() : Optional.empty(), where));
  }

  /** Whether acl judges by what the certificate says, and not by what consumers have. */
  static boolean judgesBy(Config config, Config acl) {
    return acl.flag("always_use_authenticated_groups")
        && config.text(GROUPS).filter("CN"::equals).isPresent();
  }

  /**
   * @param groups settings of the acl that judges by common names
   */
  static Mtls policy(Config config, Optional<Config> groups, Where where) {
    var trusted = new ArrayList<CaCertificate>();
    for (String id : config.texts(AUTHORITIES)) {
      trusted.add(
          where
              .authorities()
              .at(id)
              .orElseThrow(
                  () ->
                      new NotSaid(
                          "it trusts the certificate %s, of which the gateway tells no authority"
                              .formatted(id))));
    }
    List<ClientIdentity> identities =
        groups.map(acl -> acl.texts("allow")).orElse(List.of()).stream()
            .map(name -> new ClientIdentity(ClientIdentity.Kind.SUBJECT_CN, name))
            .toList();
    return new Mtls(trusted, identities, revocation(config));
  }

  private static Revocation revocation(Config config) {
    return switch (config.text("revocation_check_mode").orElse("")) {
      case "STRICT" -> Revocation.CRL_OCSP;
      case "SKIP" -> Revocation.NONE;
      default ->
          throw new NotSaid(
              "it lets a certificate pass of which nobody can say whether it was revoked; a policy"
                  + " refuses it, or does not ask");
    };
  }

  @Override
  public Set<String> essential(Config config) {
    return Set.of(
        "config.allow_partial_chain",
        "config.anonymous",
        "config." + AUTHORITIES,
        "config." + GROUPS,
        "config.default_consumer",
        "config.san_dirname_matcher",
        "config.skip_consumer_lookup",
        "config.ssl_verify");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.cache_ttl", "What was said of a certificate counts for another time.",
        "config.cert_cache_ttl", "What was said of a certificate counts for another time.",
        "config.consumer_by", "It names how consumers are found, and asks none.",
        "config.http_timeout", "Authorities may take another time to answer.",
        "config.http_proxy", "It asks authorities through a proxy.",
        "config.https_proxy", "It asks authorities through a proxy.",
        "config.send_ca_dn", "Clients are told the names of the authorities.");
  }
}
