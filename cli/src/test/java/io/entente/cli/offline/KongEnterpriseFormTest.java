package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kong's own schemas of version 3.15 judge the plugins that are exported for it. */
class KongEnterpriseFormTest {

  private static final Path SCHEMAS =
      Path.of("..", "policy-translator", "kong", "src", "test", "resources", "enterprise-3.15");
  private static final int SEEDS = 400;

  private final Map<String, Schema> schemas = new HashMap<>();

  @Test
  void everyPluginHasTheFormOfItsSchema() throws IOException {
    var judged = new TreeSet<String>();
    for (long seed = 0; seed < SEEDS; seed++) {
      OfflineTranslation made = Worlds.translated("kong:enterprise:3.15", seed);
      for (NativeObject object : made.translation().objects().values()) {
        if (!made.refused() && object.key().kind().equals("plugins")) {
          Node.Obj plugin = Trees.root(object);
          assertThat(complaints(plugin)).as("seed %d: %s", seed, plugin).isEmpty();
          judged.add(Trees.text(plugin, "name").orElseThrow());
        }
      }
    }
    assertThat(judged).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void aFieldThatTheSchemaDoesNotKnowIsFound() throws IOException {
    Node.Obj config = Node.obj().with("minutes", Node.number(5));
    Node.Obj plugin = Node.obj().with("name", Node.text("rate-limiting")).with("config", config);

    assertThat(complaints(plugin)).contains("minutes");
  }

  private String complaints(Node.Obj plugin) throws IOException {
    String name = Trees.text(plugin, "name").orElseThrow();
    if (!schemas.containsKey(name)) {
      schemas.put(name, schema(name));
    }
    return schemas
        .get(name)
        .validate(JsonTree.write(switchedOn(plugin)), InputFormat.JSON)
        .toString()
        .replace("[]", "");
  }

  /** Without the fields that are null: to Kong they are switched off, whatever their type. */
  private static Node.Obj switchedOn(Node.Obj object) {
    var fields = new TreeMap<String, Node>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof Node.Obj inner) {
                fields.put(name, switchedOn(inner));
              } else if (!(value instanceof Node.Value one && one.value() instanceof Scalar.Null)) {
                fields.put(name, value);
              }
            });
    return Node.obj(fields);
  }

  private static Schema schema(String plugin) throws IOException {
    String file =
        Arrays.stream(plugin.split("-"))
            .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
            .collect(Collectors.joining());
    Node schema =
        JsonTree.read(Files.readString(SCHEMAS.resolve(file + ".json")), TreeLimits.VENDOR);
    Node.Obj config = (Node.Obj) Trees.field(properties(schema), "config").orElseThrow();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            JsonTree.write(
                Node.obj()
                    .with("type", Node.text("object"))
                    .with("properties", Node.obj(Map.of("config", closed(config))))),
            InputFormat.JSON);
  }

  /** Kong refuses what a schema does not name, and the files do not say so. */
  private static Node closed(Node schema) {
    if (!(schema instanceof Node.Obj object)) {
      return schema;
    }
    var fields = new TreeMap<String, Node>();
    object.fields().forEach((name, value) -> fields.put(name, closed(value)));
    if (object.field("properties").isPresent()) {
      fields.put("additionalProperties", Node.bool(false));
    }
    return Node.obj(fields);
  }

  private static Node properties(Node schema) {
    return Trees.field(schema, "properties").orElseThrow();
  }
}
