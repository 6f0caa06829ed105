package io.entente.cli.offline;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an open-source Kong 3.9.1 said of the form of its own documents, recorded. */
final class KongForm {

  static final List<String> ENTITIES =
      List.of("certificates", "consumers", "plugins", "routes", "services", "targets", "upstreams");

  static final List<String> PLUGINS =
      List.of(
          "acl",
          "ai-prompt-decorator",
          "ai-prompt-guard",
          "ai-proxy",
          "basic-auth",
          "bot-detection",
          "correlation-id",
          "cors",
          "hmac-auth",
          "http-log",
          "ip-restriction",
          "jwt",
          "key-auth",
          "oauth2",
          "opentelemetry",
          "pre-function",
          "prometheus",
          "proxy-cache",
          "rate-limiting",
          "request-size-limiting",
          "request-termination",
          "request-transformer",
          "response-ratelimiting",
          "response-transformer");

  private KongForm() {}

  static VendorSchema schema() {
    var documents = new TreeMap<String, Node>();
    ENTITIES.forEach(name -> documents.put("entities/" + name, read("entity-" + name)));
    PLUGINS.forEach(name -> documents.put("plugins/" + name, read("plugin-" + name)));
    return new VendorSchema(documents);
  }

  /** That the plugins are there, and {@code more}. */
  static SortedSet<String> capabilities(Set<String> more) {
    var all = new TreeSet<String>();
    PLUGINS.forEach(name -> all.add("plugin:" + name));
    more.forEach(name -> all.add("plugin:" + name));
    return all;
  }

  private static Node read(String name) {
    String file = "kong-3.9/05-schema-" + name + ".json";
    try (InputStream in = KongForm.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var call = (Node.Obj) JsonTree.read(text, TreeLimits.VENDOR);
      return call.field("body").orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
