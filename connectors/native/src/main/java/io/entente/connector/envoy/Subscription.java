package io.entente.connector.envoy;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What one stream asked for of one kind, was sent and took. Guarded by its gateway's lock. */
final class Subscription {

  private final ResourceKind kind;
  private Set<String> names = Set.of();
  private Optional<ResourceSet> sent = Optional.empty();
  private Optional<ResourceSet> taken = Optional.empty();
  private String nonce = "";
  private boolean awaiting;

  Subscription(ResourceKind kind) {
    this.kind = kind;
  }

  /** Notes the names asked for now. */
  void ask(Collection<String> asked) {
    names = Set.copyOf(asked);
  }

  /** The part of {@code configuration} that this subscription covers. */
  ResourceSet wanted(Configuration configuration) {
    ResourceSet all = configuration.set(kind);
    boolean everything = kind.wildcard() && (names.isEmpty() || names.contains("*"));
    return everything ? all : all.only(names);
  }

  /** True when nothing is asked for any more: Envoy then does not answer, so nothing is sent. */
  boolean idle() {
    return !kind.wildcard() && names.isEmpty();
  }

  /** True when {@code all} are asked for by name. */
  boolean asksFor(Set<String> all) {
    return names.containsAll(all);
  }

  void send(ResourceSet set, String withNonce) {
    sent = Optional.of(set);
    nonce = withNonce;
    awaiting = true;
  }

  void accepted() {
    taken = sent;
    awaiting = false;
  }

  /**
   * Envoy may have kept parts of a refused update: what it runs is not known until the next ACK.
   */
  void refused() {
    taken = Optional.empty();
    awaiting = false;
  }

  /** True when {@code answered} is the nonce of the latest response. */
  boolean isLatest(String answered) {
    return answered.equals(nonce);
  }

  /** What Envoy acknowledged last, if that is known. */
  Optional<ResourceSet> taken() {
    return taken;
  }

  /** True while a response has not been answered. */
  boolean awaiting() {
    return awaiting;
  }

  /** True when Envoy runs exactly {@code set} and owes no answer. */
  boolean runs(ResourceSet set) {
    return !awaiting && taken.filter(set::equals).isPresent();
  }
}
