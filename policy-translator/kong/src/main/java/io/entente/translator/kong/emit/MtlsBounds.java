package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What mtls-auth keeps and loses; what it does was never seen. */
final class MtlsBounds {

  private MtlsBounds() {}

  static void judge(FieldLedger ledger, Mtls rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var form = Evidence.ENTERPRISE_SCHEMA.grade();
    for (int i = 0; i < rule.trustedCertificates().size(); i++) {
      ledger.emitted("trustedCertificates[" + i + "]", form);
    }
    for (int i = 0; i < rule.identities().size(); i++) {
      ledger.emitted(
          "identities[" + i + "]",
          form,
          List.of(
              stated.different(
                  "judged-later",
                  "acl (950) judges it, after every other kind that refuses but blocks and limits:"
                      + " who has the certificate of somebody else may be answered by 1 of those",
                  "None: Kong's order is fixed. Nobody gets through either way."),
              stated.different(
                  "one-common-name",
                  "1 common name is compared: of a subject with several, which one is documented in"
                      + " 0 places",
                  "Have the authority sign subjects with 1 common name.")));
    }
    ledger.emitted("revocation", form, revocation(rule, stated));
    ledger.emitted("mode", form, around(place, stated));
  }

  private static List<Deviation> revocation(Mtls rule, Stated stated) {
    return rule.revocation() == Revocation.NONE
        ? List.of()
        : List.of(
            stated.looser(
                "revoked-known-late",
                "%d s long what was said of a certificate counts: so long may one that was revoked"
                        .formatted(MtlsEmitter.KEPT / 1_000)
                    + " still pass",
                "None shorter: it goes out with every policy."),
            stated.stricter(
                "asked-within",
                "%d ms are waited for an answer; after that, and where a certificate names neither CRL nor OCSP, it is refused (revocation_check_mode STRICT)"
                    .formatted(MtlsEmitter.PATIENCE),
                "Keep CRL and OCSP of the authorities reachable from the nodes."));
  }

  private static List<Deviation> around(Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "tls-ends-at-kong",
            "0 requests pass that come without TLS or over another that ends TLS before %d nodes"
                .formatted(place.nodes()),
            "Pass TLS through to Kong's TLS port, and take http off the route's protocols."));
    found.add(
        stated.different(
            "asked-of-the-host",
            "1 certificate is asked for by the name of the host when TLS starts: clients of other"
                + " routes of the host are asked too and pass without; of a route without host"
                + " names all clients of the gateway are",
            "Give the API hosts of its own."));
    found.add(
        stated.different(
            "status-of-its-own",
            "1 status is documented for whom the plugin refuses, an authentication failure 4xx,"
                + " with a body of Kong's own",
            "Have clients read any 4xx of this kind as a refusal."));
    if (place.kinds().contains("cors") || place.acting().contains("cors")) {
      found.add(
          stated.looser(
              "preflights-answered-before",
              "every preflight is answered by cors (2000) without a certificate, before %s (1600)"
                  .formatted(MtlsEmitter.PLUGIN),
              "None: Kong's order is fixed. No preflight reaches the upstream."));
    }
    if (place.kinds().contains("botDetection")
        || place.acting().contains(BotDetectionEmitter.PLUGIN)) {
      found.add(
          stated.different(
              "agents-judged-before",
              "1 plugin, bot-detection (2500), answers 403 before %s (1600) asks for a certificate"
                  .formatted(MtlsEmitter.PLUGIN),
              "None: Kong's order is fixed. Nobody gets through either way."));
    }
    return found;
  }

  static void openSource(FieldLedger ledger) {
    refuse(
        ledger,
        "no-client-certificates",
        "0 plugins of the open source edition verify clients: mtls-auth is of the enterprise"
            + " edition, and nginx_proxy_ssl_verify_client is 1 setting in the file of a node, for"
            + " all of its routes, which the Admin API does not have",
        "Use Kong Enterprise, or end TLS of clients before Kong with a proxy that verifies them.");
  }

  static void namesUnread(FieldLedger ledger) {
    refuse(
        ledger,
        "names-unread",
        "1 of 3 kinds of identity is compared, subjectCn: mtls-auth tells others the common name or"
            + " the whole subject, and matches sanUri and sanDns only with names of consumers, of"
            + " which 0 are made here",
        "Name clients by subjectCn, or trust an authority that signs only theirs.");
  }

  static void groupsOfOthers(FieldLedger ledger) {
    refuse(
        ledger,
        "groups-of-others",
        "1 acl runs on a route, and the common name reaches it as 1 group of the caller: consumers"
            + " that another credential finds have groups of their own, and consumerAccess has the"
            + " acl",
        "Take identities off the policy, or the other credentials and consumerAccess off the"
            + " route.");
  }

  private static void refuse(FieldLedger ledger, String code, String bound, String remedy) {
    var why = new Stated(ledger.policy().id()).looser(code, bound, remedy);
    KindFields.of(ledger.policy())
        .keySet()
        .forEach(field -> ledger.unsupported(field, Evidence.NO_PLUGIN.grade(), why));
  }
}
