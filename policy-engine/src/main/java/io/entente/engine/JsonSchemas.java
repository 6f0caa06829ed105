package io.entente.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.regex.RegularExpression;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The schemas of one OpenAPI document, by the place they have in it. The only file that names the
 * validator and Jackson's trees. Nothing is fetched, patterns take linear time, and values are read
 * within bounds.
 */
final class JsonSchemas {

  /** The longest value that is read, in characters. */
  static final int LONGEST = 1_048_576;

  private static final String DOCUMENT = "urn:entente:document";

  private static final ObjectMapper VALUES =
      new ObjectMapper(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxNumberLength(100)
                          .maxStringLength(LONGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final SchemaRegistry registry;

  JsonSchemas(Node.Obj document) {
    var config =
        SchemaRegistryConfig.builder()
            .regularExpressionFactory(JsonSchemas::linear)
            .formatAssertionsEnabled(false)
            .failFast(true)
            .build();
    boolean older = OpenApiDocument.text(document, "openapi").orElse("").startsWith("3.0");
    this.registry =
        SchemaRegistry.withDialect(
            older ? Dialects.getOpenApi30() : Dialects.getOpenApi31(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemaLoader(
                        loader ->
                            loader
                                .fetchRemoteResources(false)
                                .allow(iri -> iri.toString().startsWith(DOCUMENT)))
                    .schemas(Map.of(DOCUMENT, OpenApiDocument.json(document))));
  }

  /**
   * Whether a value is valid; one that cannot be read is not.
   *
   * @param pointer to the schema in the document
   */
  boolean take(String pointer, String json) {
    if (json.length() > LONGEST) {
      return false;
    }
    try {
      JsonNode value = VALUES.readTree(json);
      return !value.isMissingNode() && registry.getSchema(at(pointer)).validate(value).isEmpty();
    } catch (JsonProcessingException | SchemaException e) {
      return false;
    }
  }

  /** Why there can be no value that this schema is asked about; empty where there can be some. */
  Optional<String> problem(String pointer) {
    try {
      registry.getSchema(at(pointer)).initializeValidators();
      return Optional.empty();
    } catch (SchemaException | PatternSyntaxException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static RegularExpression linear(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> compiled.matcher(text).find();
  }

  private static SchemaLocation at(String pointer) {
    var escaped = new StringBuilder(DOCUMENT).append('#');
    for (byte b : pointer.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/~._-".indexOf(c) >= 0);
      if (plain) {
        escaped.append(c);
      } else {
        escaped.append('%').append(String.format("%02X", (int) c));
      }
    }
    return SchemaLocation.of(escaped.toString());
  }
}
