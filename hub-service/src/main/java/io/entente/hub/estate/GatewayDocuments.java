package io.entente.hub.estate;

import io.entente.model.estate.Gateway;
import io.entente.model.estate.Gateway.WriteMode;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.tree.Node;
import io.entente.policy.document.DocumentHeader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gateway documents to the model. Strict: what is not understood is refused, with its path. */
final class GatewayDocuments {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Set<String> VENDORS =
      Arrays.stream(Vendor.values()).map(Vendor::label).collect(Collectors.toUnmodifiableSet());
  private static final String DEFAULT_ADDRESS = "127.0.0.1";

  private GatewayDocuments() {}

  /**
   * Reads one document.
   *
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  static GatewayDocument read(Node document, int version, Tenant tenant) {
    DocumentHeader header = DocumentHeader.of(document);
    var fields = new DocumentFields();
    Node.Obj root = fields.object(document, "");
    fields.only(root, "", Set.of("apiVersion", "kind", "metadata", "spec"));
    Node.Obj spec = fields.requiredObject(root, "", "spec");
    Optional<Vendor> vendor = fields.choice(spec, "spec", "vendor", VENDORS).flatMap(Vendor::find);
    if (spec.field("vendor").isEmpty() && root.field("spec").isPresent()) {
      fields.missing("spec.vendor", "Write vendor: envoy, vendor: kong or vendor: apigee.");
    }
    WriteMode writes =
        fields
            .choice(spec, "spec", "writes", Set.of("managed", "observeOnly"))
            .filter("managed"::equals)
            .map(managed -> WriteMode.MANAGED)
            .orElse(WriteMode.OBSERVE_ONLY);
    var settings = new TreeMap<String, String>();
    if (vendor.filter(Vendor.KONG::equals).isPresent()) {
      fields.only(spec, "spec", Set.of("vendor", "writes", "connection"));
      settings.putAll(KongConnectionFields.read(fields, spec));
    } else if (vendor.filter(Vendor.APIGEE::equals).isPresent()) {
      fields.only(spec, "spec", Set.of("vendor", "writes", "connection"));
      settings.putAll(ApigeeConnectionFields.read(fields, spec));
    } else {
      fields.only(spec, "spec", Set.of("vendor", "writes", "listener"));
      settings.putAll(listener(fields, spec, writes));
    }
    fields.refuseIfAny();
    return new GatewayDocument(
        new Gateway(
            tenant, new GatewayId(header.name()), vendor.orElseThrow(), header.labels(), writes),
        version,
        settings);
  }

  private static Map<String, String> listener(
      DocumentFields fields, Node.Obj spec, WriteMode writes) {
    var settings = new TreeMap<String, String>();
    if (spec.field("listener").isPresent()) {
      Node.Obj listener = fields.requiredObject(spec, "spec", "listener");
      fields.only(listener, "spec.listener", Set.of("address", "port"));
      settings.put(GatewayDocument.LISTENER_ADDRESS, address(fields, listener));
      port(fields, listener)
          .ifPresent(port -> settings.put(GatewayDocument.LISTENER_PORT, port.toString()));
    } else if (writes == WriteMode.MANAGED) {
      fields.missing("spec.listener", "Write listener: {address: 127.0.0.1, port: 8080}.");
    }
    return settings;
  }

  private static String address(DocumentFields fields, Node.Obj listener) {
    Optional<String> address = fields.text(listener, "spec.listener", "address");
    address
        .filter(text -> !ADDRESS.matcher(text).matches())
        .ifPresent(
            text ->
                fields.impossible(
                    "spec.listener.address", text, "Write an IP address such as 127.0.0.1."));
    return address.orElse(DEFAULT_ADDRESS);
  }

  private static Optional<Integer> port(DocumentFields fields, Node.Obj listener) {
    if (listener.field("port").isEmpty()) {
      fields.missing("spec.listener.port", "Write a port from 1 to 65535.");
      return Optional.empty();
    }
    return fields.wholeNumber(listener, "spec.listener", "port", 1, 65535);
  }
}
