package io.entente.translator.kong.emit;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Request or response: which plugin edits it and what that plugin cannot write. */
enum HeaderSide {
  REQUEST(
      "request",
      "request-transformer",
      Set.of(
          "te",
          "upgrade",
          "via",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-path",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-proto",
          "x-kong-request-id",
          "x-real-ip"),
      HeaderTransform::request),
  RESPONSE(
      "response",
      "response-transformer",
      Set.of(
          "server",
          "via",
          "x-kong-proxy-latency",
          "x-kong-request-id",
          "x-kong-response-latency",
          "x-kong-upstream-latency",
          "x-kong-upstream-status"),
      HeaderTransform::response);

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

  private final String field;
  private final String plugin;
  private final Set<String> writtenByKong;
  private final Function<HeaderTransform, List<Edit>> edits;

  HeaderSide(
      String field,
      String plugin,
      Set<String> writtenByKong,
      Function<HeaderTransform, List<Edit>> edits) {
    this.field = field;
    this.plugin = plugin;
    this.writtenByKong = writtenByKong;
    this.edits = edits;
  }

  /** The policy's field. */
  String field() {
    return field;
  }

  String plugin() {
    return plugin;
  }

  List<Edit> edits(HeaderTransform transform) {
    return edits.apply(transform);
  }

  /** True for a header that Kong writes itself after all plugins. */
  boolean writtenByKong(String name) {
    return writtenByKong.contains(name);
  }

  /** True for a name that nginx lets through and the plugins take. */
  static boolean plain(String name) {
    return NAME.matcher(name).matches();
  }

  /** Why the plugin cannot be told this edit; empty when it can. */
  Optional<String> unwritable(Edit edit) {
    if (!plain(edit.name())) {
      return Optional.of("takes 0 header names with other characters than a-z, 0-9, _ and -");
    }
    return value(edit).flatMap(this::unwritable);
  }

  private Optional<String> unwritable(String value) {
    if (value.isEmpty()) {
      return Optional.of("takes 0 empty values: it reads name: as a name alone");
    }
    if (value.startsWith(":")) {
      return Optional.of("drops every colon a value begins with");
    }
    return this == REQUEST && value.contains("$(")
        ? Optional.of("runs what stands in $(...) as a template")
        : Optional.empty();
  }

  private static Optional<String> value(Edit edit) {
    if (edit instanceof Edit.Set set) {
      return Optional.of(set.value());
    }
    if (edit instanceof Edit.AddIfAbsent add) {
      return Optional.of(add.value());
    }
    return edit instanceof Edit.Append append ? Optional.of(append.value()) : Optional.empty();
  }
}
