package io.entente.hub.estate;

import io.entente.hub.estate.ConnectionTest.Limit;
import io.entente.model.estate.Gateway.WriteMode;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import java.util.ArrayList;
import java.util.List;

/** What will not work on a gateway that answers, as far as its document and profile tell. */
final class ConnectionLimits {
  private ConnectionLimits() {}

  static List<Limit> of(GatewayDocument gateway, GatewayProfile profile) {
    var limits = new ArrayList<Limit>();
    if (gateway.gateway().writes() == WriteMode.OBSERVE_ONLY) {
      limits.add(
          new Limit(
              "Applying plans",
              "The document says writes: observeOnly.",
              "Look at what is shown first; then write writes: managed."));
    }
    if (profile.vendor() == Vendor.KONG) {
      kong(gateway, profile, limits);
    }
    if (profile.vendor() == Vendor.APIGEE) {
      apigee(profile, limits);
    }
    return limits;
  }

  private static void kong(GatewayDocument gateway, GatewayProfile profile, List<Limit> limits) {
    if (gateway.setting(GatewayDocument.STATUS_URL).isEmpty()) {
      limits.add(
          new Limit(
              "Measuring whether logs of requests are lost",
              "The document names no Status API, whose counters they are compared with.",
              "Write spec.connection.status: its base address."));
    }
    if (!profile.can("plugin:http-log")) {
      limits.add(
          new Limit(
              "Showing single requests",
              "The node does not have the plugin http-log.",
              "Enable it in the node's setting plugins."));
    }
  }

  private static void apigee(GatewayProfile profile, List<Limit> limits) {
    if (!profile.can("extensible")) {
      limits.add(
          new Limit(
              "Policies that need an extensible proxy",
              "The environment is of type BASE.",
              "Use an environment of type INTERMEDIATE or COMPREHENSIVE."));
    }
    if (!profile.can("analytics")) {
      limits.add(
          new Limit(
              "Comparing with the counts of the vendor",
              "The analytics add-on is not enabled.",
              "Enable the add-on for the organisation or the environment."));
    }
  }
}
