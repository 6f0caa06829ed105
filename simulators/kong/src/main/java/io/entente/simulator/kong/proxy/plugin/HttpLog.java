package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.log.LogEntry;
import io.entente.simulator.kong.proxy.log.LogQueues;
import io.entente.simulator.kong.proxy.lua.LuaChunk;
import io.entente.simulator.kong.proxy.lua.LuaError;
import io.entente.simulator.kong.proxy.lua.LuaValues;
import io.entente.simulator.kong.proxy.lua.Nil;
import io.entente.simulator.kong.proxy.lua.Scope;
import io.entente.simulator.kong.proxy.lua.UnsupportedLua;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** {@code http-log}: one entry an exchange; a field whose code fails loses the whole entry. */
final class HttpLog implements Plugin {

  private final LogQueues queues;

  HttpLog(LogQueues queues) {
    this.queues = queues;
  }

  @Override
  public String name() {
    return "http-log";
  }

  @Override
  public int priority() {
    return 12;
  }

  /** Finds out early whether there is Lua that nobody here understands. */
  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    boolean bytes = Json.given(Json.object(instance.config(), "queue"), "max_bytes");
    if (bytes || Json.whole(instance.config(), "queue_size", 1) != 1) {
      throw new NotEnforced("queue_size and max_bytes of http-log");
    }
    try {
      apply(exchange, instance.config(), Json.MAPPER.createObjectNode());
    } catch (LuaError later) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  @Override
  public void log(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    ObjectNode entry = LogEntry.of(exchange);
    try {
      apply(exchange, config, entry);
    } catch (LuaError | UnsupportedLua lost) {
      return;
    }
    queues.add(exchange.connection().worker(), config, entry);
  }

  private static void apply(Exchange exchange, JsonNode config, ObjectNode entry) {
    Map<String, JsonNode> fields = Json.fields(Json.object(config, "custom_fields_by_lua"));
    for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
      Scope scope = new Scope().with("kong", KongLua.kong(exchange));
      Object value = LuaChunk.parse(Wire.of(field.getValue().asText())).run(scope);
      set(entry, field.getKey(), value);
    }
  }

  private static void set(ObjectNode entry, String path, Object value) {
    String[] names = path.split("\\.", -1);
    ObjectNode at = entry;
    for (int i = 0; i < names.length - 1; i++) {
      JsonNode next = at.path(names[i]);
      if (next instanceof ObjectNode object) {
        at = object;
      } else if (value == Nil.NIL) {
        return;
      } else {
        at = at.putObject(names[i]);
      }
    }
    String name = names[names.length - 1];
    if (value == Nil.NIL) {
      at.remove(name);
    } else {
      at.set(name, LuaValues.json(value));
    }
  }
}
