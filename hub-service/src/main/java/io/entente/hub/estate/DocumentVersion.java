package io.entente.hub.estate;

import io.entente.json.StoredTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Hash;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a document; never changed once written. */
@Entity
@Table(name = "document_version")
public class DocumentVersion extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Long id;

  @Column(name = "tenant", updatable = false)
  public String tenant;

  @Column(name = "kind", updatable = false)
  public String kind;

  @Column(name = "name", updatable = false)
  public String name;

  @Column(name = "version", updatable = false)
  public int version;

  /** Canonical JSON. */
  @Column(name = "body", updatable = false)
  public String body;

  @Column(name = "hash", updatable = false)
  public String hash;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "created_by", updatable = false)
  public String createdBy;

  StoredDocument stored() {
    return new StoredDocument(
        kind,
        name,
        version,
        StoredTree.read(body, TreeLimits.VENDOR),
        new Hash(hash),
        createdAt,
        createdBy);
  }
}
