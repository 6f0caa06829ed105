package io.entente.model.estate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one gateway is and can do; translation depends on nothing else about it.
 *
 * @param vendor who makes it
 * @param edition the vendor's edition, for example {@code oss}
 * @param version the vendor's version, for example {@code 1.40.0}
 * @param nodes how many data-plane processes share the traffic; at least 1
 * @param capabilities names the vendor gives: filters, plugins, environment features; sorted
 * @param settings what its operator set and translation needs, for example {@code listener.port}
 * @param schema the form of its documents, as it says itself
 */
public record GatewayProfile(
    Vendor vendor,
    String edition,
    String version,
    int nodes,
    SortedSet<String> capabilities,
    SortedMap<String, String> settings,
    VendorSchema schema) {

  /** A profile of a vendor whose documents need no schema of the node. */
  public GatewayProfile(
      Vendor vendor,
      String edition,
      String version,
      int nodes,
      SortedSet<String> capabilities,
      SortedMap<String, String> settings) {
    this(vendor, edition, version, nodes, capabilities, settings, VendorSchema.none());
  }

  public GatewayProfile {
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes " + nodes + " is < 1");
    }
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
  }

  public boolean can(String capability) {
    return capabilities.contains(capability);
  }
}
