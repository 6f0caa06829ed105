package io.entente.connector.kong;

import io.entente.connector.kong.admin.model.EntityPage;
import io.entente.connector.spi.Secrets;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one list to its end, page by page.
 *
 * <p>Only the offset of {@code next} is taken: the path of a nested list drops the page size. An
 * entity that moves from a page already read to a later one while we read comes twice: the later
 * one counts.
 */
final class CollectionRead {

  /** Most entities Kong gives in a page. */
  static final int PAGE = 1000;

  private static final int MOST_PAGES = 10_000;

  private final AdminApi admin;
  private final SecretEdge edge;
  private final String kind;
  private final String what;
  private final Pages pages;
  private final Map<ObjectKey, NativeObject> found = new LinkedHashMap<>();

  /** Gets the page at an offset; null is the first. */
  @FunctionalInterface
  interface Pages {
    EntityPage get(@Nullable String offset) throws io.entente.connector.kong.admin.ApiException;
  }

  private CollectionRead(AdminApi admin, SecretEdge edge, String kind, String what, Pages pages) {
    this.admin = admin;
    this.edge = edge;
    this.kind = kind;
    this.what = what;
    this.pages = pages;
  }

  static CollectionRead of(
      AdminApi admin, Secrets secrets, VendorSchema schema, KongCollection collection) {
    String path = collection.path();
    return new CollectionRead(
        admin,
        new SecretEdge(secrets, schema),
        path,
        "GET /" + path,
        offset -> admin.entities().listEntities(path, PAGE, offset, null));
  }

  static CollectionRead targets(
      AdminApi admin, Secrets secrets, VendorSchema schema, String upstream) {
    String kind = KongCollection.TARGETS.path();
    return new CollectionRead(
        admin,
        new SecretEdge(secrets, schema),
        kind,
        "GET /upstreams/" + upstream + "/targets",
        offset -> admin.entities().listNested("upstreams", upstream, kind, PAGE, offset));
  }

  /** Reads all; what was read before a failure stays in {@link #found}. */
  void run() throws AdminFailure {
    Set<String> offsets = new HashSet<>();
    Optional<String> offset = Optional.empty();
    for (int count = 0; count < MOST_PAGES; count++) {
      offset = page(offset);
      if (offset.isEmpty()) {
        return;
      }
      if (!offsets.add(offset.get())) {
        throw endless(KongErrorCode.PAGING_LOOP, "leads back to a page already read");
      }
    }
    throw endless(KongErrorCode.TOO_MANY_PAGES, "has more than " + MOST_PAGES + " pages");
  }

  List<NativeObject> found() {
    return List.copyOf(found.values());
  }

  private Optional<String> page(Optional<String> offset) throws AdminFailure {
    EntityPage page = admin.read(what, () -> pages.get(offset.orElse(null)));
    if (page == null || page.getData() == null) {
      throw Failures.strange(what, "a page without data");
    }
    for (Node raw : page.getData()) {
      String id =
          Trees.text(raw, "id")
              .filter(text -> !text.isBlank())
              .orElseThrow(() -> Failures.strange(what, "an entity without id"));
      var key = new ObjectKey(kind, id);
      // Removed first, so that the later one also comes later.
      found.remove(key);
      found.put(key, NativeObject.foreign(key, new Content.Tree(edge.entity(kind, id, raw))));
    }
    if (page.getNext() == null) {
      return Optional.empty();
    }
    if (page.getOffset() == null) {
      throw Failures.strange(what, "a page that has a next one but no offset");
    }
    return Optional.of(page.getOffset());
  }

  private AdminFailure endless(String code, String why) {
    return new AdminFailure(
        200,
        FailureClass.UNSUPPORTED,
        Problem.vendor(
            code, what + " " + why, what, "Check what stands between the hub and the Admin API."),
        false);
  }
}
