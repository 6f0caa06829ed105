package io.entente.connector.kong;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeMap;

/** Lets the generated client carry our trees: every field, every digit, null apart from absent. */
final class NodeModule {

  private static final int DEEPEST = 128;

  private NodeModule() {}

  /** The mapper the generated client uses. Safe between threads. */
  static ObjectMapper mapper() {
    var module = new SimpleModule("tree");
    module.addDeserializer(Node.class, new Reader());
    module.addSerializer(Node.class, new Writer());
    var mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(module)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(BoundedHttpClient.LONGEST_ANSWER)
                .build());
    return mapper;
  }

  private static final class Reader extends StdDeserializer<Node> {

    private static final long serialVersionUID = 1L;

    Reader() {
      super(Node.class);
    }

    @Override
    public Node deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return node(parser, context);
    }

    @Override
    public Node getNullValue(DeserializationContext context) {
      return Node.nothing();
    }

    private static Node node(JsonParser parser, DeserializationContext context) throws IOException {
      return switch (parser.currentToken()) {
        case START_OBJECT -> {
          var fields = new TreeMap<String, Node>();
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, node(parser, context));
          }
          yield new Node.Obj(fields);
        }
        case START_ARRAY -> {
          var items = new ArrayList<Node>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, context));
          }
          yield new Node.Arr(items);
        }
        case VALUE_STRING -> Node.text(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.number(parser.getDecimalValue());
        case VALUE_TRUE -> Node.bool(true);
        case VALUE_FALSE -> Node.bool(false);
        case VALUE_NULL -> Node.nothing();
        default -> throw JsonMappingException.from(context, "not a JSON value");
      };
    }
  }

  private static final class Writer extends StdSerializer<Node> {

    private static final long serialVersionUID = 1L;

    Writer() {
      super(Node.class);
    }

    @Override
    public void serialize(Node node, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (node instanceof Node.Obj obj) {
        out.writeStartObject();
        for (var field : obj.fields().entrySet()) {
          out.writeFieldName(field.getKey());
          serialize(field.getValue(), out, provider);
        }
        out.writeEndObject();
      } else if (node instanceof Node.Arr list) {
        out.writeStartArray();
        for (Node item : list.items()) {
          serialize(item, out, provider);
        }
        out.writeEndArray();
      } else if (node instanceof Node.Value value) {
        scalar(value.value(), out);
      } else {
        throw JsonMappingException.from(provider, "a secret or pending value cannot be sent");
      }
    }

    private static void scalar(Scalar scalar, JsonGenerator out) throws IOException {
      if (scalar instanceof Scalar.Text text) {
        out.writeString(text.value());
      } else if (scalar instanceof Scalar.Num num) {
        out.writeNumber(num.value());
      } else if (scalar instanceof Scalar.Bool bool) {
        out.writeBoolean(bool.value());
      } else {
        out.writeNull();
      }
    }
  }
}
