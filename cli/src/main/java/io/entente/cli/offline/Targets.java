package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.identity.Spelling;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The targets that are known. */
public final class Targets {

  private static final String APIGEE_X = "apigee:x";
  private static final Set<String> HOOKS = Set.of("flow-hooks");
  private static final Set<String> EXTENSIBLE = Set.of("flow-hooks", "extensible");

  private static final SortedMap<String, Supplier<Target>> KNOWN = known();

  private Targets() {}

  /** Their names, sorted. */
  public static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /**
   * @throws ProblemException TARGET_UNKNOWN
   */
  public static Target find(String name) {
    Supplier<Target> found = KNOWN.get(name);
    if (found == null) {
      throw new ProblemException(unknown(name));
    }
    return found.get();
  }

  private static Problem unknown(String name) {
    String nearest =
        KNOWN.keySet().stream()
            .min(Comparator.comparingInt(known -> Spelling.distance(known, name)))
            .orElseThrow();
    return Problem.user(
        "TARGET_UNKNOWN",
        "There is no translation for '" + name + "'; the nearest by name is " + nearest + ".",
        "--for",
        name,
        "Name one of " + String.join(", ", KNOWN.keySet()) + ".");
  }

  private static SortedMap<String, Supplier<Target>> known() {
    var known = new TreeMap<String, Supplier<Target>>();
    known.put("kong:oss:3.9", Targets::kongOpenSource);
    known.put("kong:enterprise:3.15", Targets::kongEnterprise);
    known.put("apigee:hybrid", () -> apigee("apigee:hybrid", "hybrid", EXTENSIBLE));
    known.put(APIGEE_X, () -> apigee(APIGEE_X, "x", EXTENSIBLE));
    known.put(APIGEE_X + ":base", () -> apigee(APIGEE_X + ":base", "x", HOOKS));
    for (String type : List.of(":intermediate", ":comprehensive")) {
      known.put(APIGEE_X + type, () -> apigee(APIGEE_X + type, "x", EXTENSIBLE));
    }
    known.put("envoy:1.40", Targets::envoy);
    return Collections.unmodifiableSortedMap(known);
  }

  private static Target kongOpenSource() {
    return new Target(
        "kong:oss:3.9",
        Vendor.KONG,
        "oss",
        "3.9.1",
        KongForm.capabilities(Set.of()),
        new TreeMap<>(),
        EvidenceGrade.RECORDED,
        KongForm.schema());
  }

  /** Its plugins were judged by their schemas; none of them was seen running. */
  private static Target kongEnterprise() {
    return new Target(
        "kong:enterprise:3.15",
        Vendor.KONG,
        "enterprise",
        "3.15",
        KongForm.capabilities(
            Set.of(
                "openid-connect",
                "json-threat-protection",
                "xml-threat-protection",
                "injection-protection")),
        new TreeMap<>(),
        EvidenceGrade.JUDGED,
        VendorSchema.none());
  }

  private static Target apigee(String name, String edition, Set<String> capabilities) {
    return new Target(
        name,
        Vendor.APIGEE,
        edition,
        "v1",
        new TreeSet<>(capabilities),
        new TreeMap<>(Map.of(Settings.ENVIRONMENT, "default")),
        EvidenceGrade.DOCUMENTED,
        VendorSchema.none());
  }

  private static Target envoy() {
    return new Target(
        "envoy:1.40",
        Vendor.ENVOY,
        "oss",
        "1.40.0",
        new TreeSet<>(),
        new TreeMap<>(Map.of(Settings.PORT, "10000")),
        EvidenceGrade.RECORDED,
        VendorSchema.none());
  }
}
