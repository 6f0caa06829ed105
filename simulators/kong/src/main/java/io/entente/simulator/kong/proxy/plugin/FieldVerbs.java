package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.exchange.QueryString;

/** The verbs on query arguments and form fields. */
final class FieldVerbs {

  private FieldVerbs() {}

  static void apply(QueryString fields, RequestVerbs verbs) {
    verbs.remove().forEach(verb -> fields.remove(verb.name()));
    for (NamedValue verb : verbs.rename()) {
      var values = fields.all(verb.name());
      fields.remove(verb.name());
      String target = verb.value().orElse("");
      if (values.isEmpty()) {
        fields.remove(target);
      } else if (!target.isEmpty()) {
        fields.setAll(target, values);
      }
    }
    for (NamedValue verb : verbs.replace()) {
      if (fields.has(verb.name())) {
        verb.value()
            .ifPresentOrElse(v -> fields.set(verb.name(), v), () -> fields.remove(verb.name()));
      }
    }
    for (NamedValue verb : verbs.add()) {
      if (!fields.has(verb.name())) {
        verb.value().ifPresent(value -> fields.set(verb.name(), value));
      }
    }
    for (NamedValue verb : verbs.append()) {
      if (fields.all(verb.name()).stream().allMatch(QueryString::isBare)) {
        fields.remove(verb.name());
      }
      verb.value().ifPresent(value -> fields.append(verb.name(), value));
    }
  }
}
