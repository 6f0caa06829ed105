package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** In which form documents are exported. */
public enum Format {
  /** For decK: entities below what they belong to. */
  DECK("decK", EnumSet.of(Vendor.KONG)),
  /** The same for a Kong without a database. */
  DBLESS("dbless", EnumSet.of(Vendor.KONG)),
  /** Proxies and shared flows, as folders and as zip files. */
  BUNDLE("bundle", EnumSet.of(Vendor.APIGEE)),
  /** The static configuration of one Envoy. */
  YAML("yaml", EnumSet.of(Vendor.ENVOY)),
  /** Every object by its key, as the hub would have it on the gateway. */
  NATIVE("native", EnumSet.allOf(Vendor.class));

  private final String label;
  private final Set<Vendor> vendors;

  Format(String label, Set<Vendor> vendors) {
    this.label = label;
    this.vendors = vendors;
  }

  /** The form of the vendor's own tools. */
  static Format usual(Vendor vendor) {
    return of(vendor).get(0);
  }

  /**
   * @throws ProblemException FORMAT_UNKNOWN
   */
  static Format find(String label, Vendor vendor) {
    return of(vendor).stream()
        .filter(format -> format.label.equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "FORMAT_UNKNOWN",
                        "Documents of " + vendor.label() + " are not exported as '" + label + "'.",
                        "--format",
                        label,
                        "Name one of "
                            + String.join(", ", of(vendor).stream().map(f -> f.label).toList())
                            + ".")));
  }

  /**
   * @throws ProblemException what this form cannot hold
   */
  Export export(OfflineTranslation made) {
    return switch (this) {
      case DECK -> KongFile.deck(made);
      case DBLESS -> KongFile.declarative(made);
      case BUNDLE -> ApigeeBundles.of(made);
      case YAML -> EnvoyFile.of(made);
      case NATIVE -> NativeFile.of(made);
    };
  }

  private static List<Format> of(Vendor vendor) {
    return Arrays.stream(values()).filter(format -> format.vendors.contains(vendor)).toList();
  }
}
