package io.entente.simulator.apigee.store;

import io.entente.simulator.apigee.bundle.Bundle;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A proxy or shared flow with its revisions. */
public final class Asset {

  private static final int REVISIONS = 250;

  private final BundleKind kind;
  private final String name;
  private final long createdAt;
  private final TreeMap<Integer, Revision> revisions = new TreeMap<>();
  private Map<String, String> labels = Map.of();
  private long modifiedAt;
  private int last;

  Asset(BundleKind kind, String name, long now) {
    this.kind = kind;
    this.name = name;
    this.createdAt = now;
    this.modifiedAt = now;
  }

  public BundleKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public long createdAt() {
    return createdAt;
  }

  public long modifiedAt() {
    return modifiedAt;
  }

  public Collection<Revision> revisions() {
    return revisions.values();
  }

  public Map<String, String> labels() {
    return labels;
  }

  public void label(Map<String, String> others, long now) {
    labels = Map.copyOf(others);
    modifiedAt = now;
  }

  /** The newest that still exists. */
  public Optional<Revision> latest() {
    return Optional.ofNullable(revisions.lastEntry()).map(Map.Entry::getValue);
  }

  /**
   * A revision by its number as text.
   *
   * @throws Refusal 404
   */
  public Revision revision(String id) {
    return revisions.values().stream()
        .filter(revision -> revision.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "revision " + id + " of " + kind.collection() + "/" + name + " not found"));
  }

  /**
   * Makes a new revision; numbers are never used again.
   *
   * @throws Refusal when there are too many
   */
  public Revision add(Bundle bundle, long now) {
    if (revisions.size() >= REVISIONS) {
      throw Refusal.of(
          Code.FAILED_PRECONDITION,
          kind.collection() + "/" + name + " has " + REVISIONS + " revisions; delete some first");
    }
    last++;
    modifiedAt = now;
    Revision revision = new Revision(last, bundle, now);
    revisions.put(last, revision);
    return revision;
  }

  public void remove(Revision revision, long now) {
    revisions.remove(revision.number());
    modifiedAt = now;
  }
}
