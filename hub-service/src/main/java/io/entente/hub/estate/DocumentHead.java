package io.entente.hub.estate;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Which version of a document holds. */
@Entity
@Table(name = "document_head")
public class DocumentHead extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Long id;

  @Column(name = "tenant")
  public String tenant;

  @Column(name = "kind")
  public String kind;

  @Column(name = "name")
  public String name;

  @Column(name = "current_version")
  public int currentVersion;

  @Column(name = "deleted")
  public boolean deleted;

  @Version
  @Column(name = "lock_version")
  public long lockVersion;
}
