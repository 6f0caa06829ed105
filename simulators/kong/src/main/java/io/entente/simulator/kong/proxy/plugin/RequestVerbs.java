package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.lua.Scope;
import io.entente.simulator.kong.proxy.lua.Template;
import java.util.ArrayList;
import java.util.List;

/** The verbs of request-transformer for one kind of field, with rendered values. */
record RequestVerbs(
    List<NamedValue> remove,
    List<NamedValue> rename,
    List<NamedValue> replace,
    List<NamedValue> add,
    List<NamedValue> append) {

  static RequestVerbs of(JsonNode config, String kind, Scope scope) {
    return new RequestVerbs(
        rendered(config, "remove", kind, scope),
        rendered(config, "rename", kind, scope),
        rendered(config, "replace", kind, scope),
        rendered(config, "add", kind, scope),
        rendered(config, "append", kind, scope));
  }

  boolean isEmpty() {
    return remove.isEmpty()
        && rename.isEmpty()
        && replace.isEmpty()
        && add.isEmpty()
        && append.isEmpty();
  }

  private static List<NamedValue> rendered(JsonNode config, String verb, String kind, Scope scope) {
    var list = new ArrayList<NamedValue>();
    for (NamedValue pair : NamedValue.list(config, verb, kind)) {
      list.add(
          new NamedValue(
              pair.name(), pair.value().map(text -> Template.parse(text).render(scope))));
    }
    return list;
  }
}
