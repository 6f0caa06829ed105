package io.entente.cli.offline;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.fidelity.EvidenceGrade;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A kind of gateway that documents are translated for, without one being there.
 *
 * @param name as {@code --for} names it
 * @param version the version that translation was made for
 * @param capabilities what every such gateway can do, as profiles name it
 * @param settings defaults of what an operator would have set
 * @param best the best evidence that can hold for a gateway nobody asked
 * @param form what is known of the form of its documents
 */
public record Target(
    String name,
    Vendor vendor,
    String edition,
    String version,
    SortedSet<String> capabilities,
    SortedMap<String, String> settings,
    EvidenceGrade best,
    VendorSchema form) {

  public Target {
    capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** A gateway of this kind. */
  GatewayProfile profile(int nodes, SortedMap<String, String> set) {
    var all = new TreeMap<>(settings);
    all.putAll(set);
    return new GatewayProfile(vendor, edition, version, nodes, capabilities, all, form);
  }
}
