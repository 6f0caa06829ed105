package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin instance and what it is for.
 *
 * @param route id or name as written
 * @param service id or name as written
 * @param callers {@code consumer} or {@code consumer group}, where it acts for some only
 */
record Instance(
    Entity entity,
    String plugin,
    boolean enabled,
    Optional<String> route,
    Optional<String> service,
    Optional<String> callers) {

  static Instance of(Entity entity) {
    Optional<String> callers =
        Stream.of("consumer", "consumer_group")
            .filter(field -> entity.given(field).isPresent())
            .map(field -> field.replace('_', ' '))
            .collect(Collectors.collectingAndThen(Collectors.joining(" and "), Optional::of))
            .filter(text -> !text.isEmpty());
    return new Instance(
        entity,
        entity.name().orElse(""),
        entity.given("enabled").equals(Optional.of(Node.bool(true))),
        entity.reference("route"),
        entity.reference("service"),
        callers);
  }

  /** Empty where it has none. */
  Optional<Config> settings() {
    return entity
        .given("config")
        .flatMap(node -> node instanceof Node.Obj obj ? Optional.of(new Config(obj)) : none());
  }

  private static Optional<Config> none() {
    return Optional.empty();
  }

  /** Acts, and whoever calls. */
  boolean acts() {
    return enabled && callers.isEmpty();
  }

  /** Of those in one place, Kong keeps one for the same callers. */
  boolean sameCallers(Instance other) {
    return entity.reference("consumer").equals(other.entity.reference("consumer"))
        && entity.reference("consumer_group").equals(other.entity.reference("consumer_group"));
  }
}
