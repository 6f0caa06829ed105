package io.entente.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * The JSON schema of YAML 1.2, with decimals that keep every digit and {@code ~} as null, which is
 * how gateways print an absent value.
 */
final class ExactSchema implements Schema {

  private final Schema json = new JsonSchema();

  @Override
  public ScalarResolver getScalarResolver() {
    ScalarResolver resolver = json.getScalarResolver();
    return (value, implicit) ->
        implicit && value.equals("~") ? Tag.NULL : resolver.resolve(value, implicit);
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    var constructors = new HashMap<>(json.getSchemaTagConstructors());
    constructors.put(
        Tag.FLOAT,
        node -> {
          String text = ((ScalarNode) node).getValue();
          try {
            return new BigDecimal(text);
          } catch (NumberFormatException e) {
            throw new ConstructorException(
                "while reading a number",
                node.getStartMark(),
                "'" + text + "' is not a finite number",
                node.getStartMark(),
                e);
          }
        });
    return constructors;
  }
}
