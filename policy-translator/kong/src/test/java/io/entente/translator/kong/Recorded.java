package io.entente.translator.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Calls of the Admin API recorded from a real node. */
public final class Recorded {

  private static final Path FOLDER = Path.of("src", "test", "resources", "recorded");
  private static final String PLUGIN = "05-schema-plugin-";
  private static final String ENTITY = "05-schema-entity-";

  private Recorded() {}

  private static final VendorSchema SCHEMA = read();

  /** All schemas of the node that were recorded. */
  public static VendorSchema schema() {
    return SCHEMA;
  }

  private static VendorSchema read() {
    var documents = new TreeMap<String, Node>();
    for (String file : files("05-schema-")) {
      String name = file.replace(".json", "");
      String key =
          name.startsWith(PLUGIN)
              ? "plugins/" + name.substring(PLUGIN.length())
              : "entities/" + name.substring(ENTITY.length());
      documents.put(key, body(file));
    }
    return new VendorSchema(documents);
  }

  public static List<String> files(String prefix) {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Node.Obj call(String file) {
    try {
      return (Node.Obj) JsonTree.read(Files.readString(FOLDER.resolve(file)), TreeLimits.VENDOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recorded scenario. */
  public static Node.Obj scenario(String name) {
    try {
      Path file = FOLDER.resolveSibling("behaviour").resolve(name + ".json");
      return (Node.Obj) JsonTree.read(Files.readString(file), TreeLimits.VENDOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the node answered. */
  public static Node.Obj body(String file) {
    return (Node.Obj) field(call(file), "body");
  }

  /** The entities of a listing. */
  public static List<Node.Obj> listed(String file) {
    return ((Node.Arr) field(body(file), "data"))
        .items().stream().map(item -> (Node.Obj) item).toList();
  }

  public static Node field(Node node, String name) {
    return ((Node.Obj) node).field(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  public static String text(Node node) {
    return ((Scalar.Text) ((Node.Value) node).value()).value();
  }
}
