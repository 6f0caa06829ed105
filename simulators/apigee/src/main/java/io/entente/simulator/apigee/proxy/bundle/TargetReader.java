package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads target endpoints. */
final class TargetReader {

  private static final int CONNECT_MILLIS = 3_000;
  private static final int IO_MILLIS = 55_000;

  private final BundleFiles files;

  TargetReader(BundleFiles files) {
    this.files = files;
  }

  Optional<TargetEndpoint> read(String file, Element endpoint, FlowReader flows) {
    Flows read = flows.flows(endpoint);
    Optional<Element> http = Elements.child(endpoint, "HTTPTargetConnection");
    if (http.isEmpty()) {
      files.wrong(file, "only HTTPTargetConnection runs in this simulator");
      return Optional.empty();
    }
    String name = Elements.attribute(endpoint, "name").orElse("default");
    return connection(file, http.get()).map(c -> new TargetEndpoint(name, read, c));
  }

  private Optional<TargetConnection> connection(String file, Element http) {
    Optional<String> url = Elements.text(http, "URL");
    List<String> servers =
        Elements.child(http, "LoadBalancer").stream()
            .flatMap(e -> Elements.children(e, "Server").stream())
            .flatMap(e -> Elements.attribute(e, "name").stream())
            .toList();
    if (url.isEmpty() == servers.isEmpty()) {
      files.wrong(file, "HTTPTargetConnection needs either URL or servers of a LoadBalancer");
      return Optional.empty();
    }
    Optional<Element> ssl = Elements.child(http, "SSLInfo");
    String codes = property(http, "success.codes").orElse("1xx,2xx,3xx");
    return Optional.of(
        new TargetConnection(
            url.map(Template::of),
            servers,
            Elements.text(http, "Path").orElse(""),
            ssl.map(e -> Elements.truth(e, "Enabled", false)).orElse(false),
            ssl.map(e -> Elements.truth(e, "IgnoreValidationErrors", false)).orElse(false),
            millis(file, http, "connect.timeout.millis", CONNECT_MILLIS),
            millis(file, http, "io.timeout.millis", IO_MILLIS),
            Arrays.stream(codes.split(",", -1)).map(String::strip).toList()));
  }

  private int millis(String file, Element http, String name, int otherwise) {
    Optional<String> text = property(http, name);
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,7}")) {
      files.wrong(file, name + " is '" + text.get() + "', not a time in milliseconds");
      return otherwise;
    }
    return text.map(Integer::parseInt).orElse(otherwise);
  }

  private static Optional<String> property(Element http, String name) {
    return Elements.nested(http, "Properties", "Property").stream()
        .filter(e -> e.getAttribute("name").equals(name))
        .map(Elements::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
