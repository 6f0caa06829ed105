package io.entente.reference;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One column of the matrix: an edition of a vendor's gateway.
 *
 * @param id stable, for addresses
 * @param title for people
 * @param profiles the gateways of it that are asked: with one node and with three
 * @param places where policies are to hold there
 * @param recorded whether what was recorded of the vendor was recorded of this edition; tests of
 *     another judge its form apart
 */
record Edition(
    String id,
    String title,
    Vendor vendor,
    List<GatewayProfile> profiles,
    List<Place> places,
    boolean recorded) {

  private Edition(
      String id, String title, Vendor vendor, List<GatewayProfile> profiles, List<Place> places) {
    this(id, title, vendor, profiles, places, true);
  }

  private static final Map<String, String> ON_KONG =
      Map.of(
          "ingest.url", "https://hub.test:9443/ingest/kong",
          "ingest.token.ref", "env:ENTENTE_TOKEN",
          "ingest.token.fingerprint", "ab".repeat(32));

  private static final Map<String, String> ON_APIGEE =
      Map.of(
          "organization", "acme",
          "environment", "prod",
          "ingest.syslog.host", "hub.test",
          "ingest.syslog.port", "6514",
          "ingest.syslog.tls", "true",
          "ingest.token.ref", "entente:ingest/edge");

  static List<Edition> all() {
    List<Place> apigee = List.of(Place.made(), Place.onApigee());
    return List.of(
        new Edition(
            "kong-oss-3.9",
            "Kong OSS 3.9",
            Vendor.KONG,
            kong("oss", "3.9.1", Estates.recordedKong()),
            List.of(Place.made(), Place.onKong())),
        new Edition(
            "kong-enterprise-3.15",
            "Kong Enterprise 3.15",
            Vendor.KONG,
            kong("enterprise", "3.15.0.0", VendorSchema.none()),
            List.of(Place.made(), Place.onKong()),
            false),
        new Edition(
            "apigee-x", "Apigee X", Vendor.APIGEE, apigee("x", "extensible", "flow-hooks"), apigee),
        new Edition(
            "apigee-hybrid",
            "Apigee hybrid",
            Vendor.APIGEE,
            apigee("hybrid", "extensible", "flow-hooks"),
            apigee),
        new Edition("apigee-base", "Apigee BASE", Vendor.APIGEE, apigee("x", "flow-hooks"), apigee),
        new Edition("envoy-1.40", "Envoy 1.40", Vendor.ENVOY, envoy(), List.of(Place.made())));
  }

  private static List<GatewayProfile> kong(String edition, String version, VendorSchema schema) {
    var plugins =
        Estates.recordedKong().documents().keySet().stream()
            .filter(name -> name.startsWith("plugins/"))
            .map(name -> name.replace("plugins/", "plugin:"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (edition.equals("enterprise")) {
      plugins.add("plugin:openid-connect");
      plugins.add("plugin:json-threat-protection");
      plugins.add("plugin:xml-threat-protection");
      plugins.add("plugin:injection-protection");
      plugins.add("plugin:oas-validation");
      plugins.add("plugin:mtls-auth");
    }
    var profiles = new ArrayList<GatewayProfile>();
    for (int nodes : List.of(1, 3)) {
      for (String database : List.of("postgres", "off")) {
        var settings = new TreeMap<>(ON_KONG);
        settings.put("database", database);
        profiles.add(
            new GatewayProfile(Vendor.KONG, edition, version, nodes, plugins, settings, schema));
      }
    }
    return profiles;
  }

  private static List<GatewayProfile> apigee(String edition, String... capabilities) {
    return List.of(1, 3).stream()
        .map(
            instances ->
                new GatewayProfile(
                    Vendor.APIGEE,
                    edition,
                    "v1",
                    instances,
                    new TreeSet<>(Set.of(capabilities)),
                    new TreeMap<>(ON_APIGEE)))
        .toList();
  }

  private static List<GatewayProfile> envoy() {
    return List.of(1, 3).stream()
        .map(
            nodes ->
                new GatewayProfile(
                    Vendor.ENVOY,
                    "oss",
                    "1.40.0",
                    nodes,
                    new TreeSet<>(),
                    new TreeMap<>(Map.of("listener.port", "8080"))))
        .toList();
  }
}
