package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.kong.KongNames;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A step on one entity of a Kong with database.
 *
 * <p>What is ours as a whole is made by POST, which Kong refuses when there is an entity of this
 * id, or PUT with its complete body, scope included. Of what others own only the top-level fields
 * that change are PATCHed. What Kong stored, with its defaults, is in its answer: that is the
 * read-back.
 */
final class EntityStep extends StepRun {

  private final Change change;
  private final Secrets secrets;
  private final VendorSchema schema;
  private final Map<Node.Pending, Node> known;
  private final Dialect dialect;
  private final EntityCalls calls;
  private SecretEdge edge;
  private Filling filling;
  private Optional<Node> raw = Optional.empty();
  private Optional<Node> answer = Optional.empty();
  private boolean deleted;

  EntityStep(
      AdminApi admin,
      Secrets secrets,
      VendorSchema schema,
      Dialect dialect,
      Change change,
      Map<Node.Pending, Node> known) {
    super(change.key(), new Precondition(dialect, change));
    this.dialect = dialect;
    this.change = change;
    this.secrets = secrets;
    this.schema = schema;
    this.known = known;
    this.edge = new SecretEdge(secrets, schema);
    this.filling = new Filling(secrets, edge, known);
    var body = change.after().or(change::before).flatMap(EntityStep::root);
    this.calls = new EntityCalls(admin, change.key(), body);
  }

  @Override
  Optional<Content> read() throws AdminFailure {
    return seen(calls.get());
  }

  /** Takes what a read has just shown, with its secrets. */
  Optional<Content> seen(Optional<Node> entity) {
    edge = new SecretEdge(secrets, schema);
    raw = entity;
    return raw.map(this::shown);
  }

  private Content shown(Node entity) {
    return new Content.Tree(edge.entity(change.key().kind(), change.key().nativeId(), entity));
  }

  @Override
  void write() throws AdminFailure {
    filling = new Filling(secrets, edge, known);
    Change filled = filling.change(change);
    var current = raw.map(node -> NativeObject.foreign(change.key(), new Content.Tree(node)));
    var wanted = ClaimMerge.apply(current, filled).flatMap(EntityStep::root);
    if (wanted.isEmpty()) {
      calls.delete();
      deleted = true;
      return;
    }
    boolean whole = change.after().map(NativeObject::wholeClaimed).orElse(false);
    Node body = whole || raw.isEmpty() ? wanted.get() : difference(raw.get(), wanted.get());
    var missing = filling.missing(body, NodePath.root());
    if (missing.isPresent()) {
      throw missing.get();
    }
    if (raw.isEmpty()) {
      answer = Optional.of(calls.create(body));
    } else if (whole) {
      answer = Optional.of(calls.put(body));
    } else if (body instanceof Node.Obj fields && !fields.fields().isEmpty()) {
      answer = Optional.of(calls.patch(fields));
    }
  }

  @Override
  Optional<Content> written() throws AdminFailure {
    if (deleted) {
      return Optional.empty();
    }
    return answer.isPresent() ? answer.map(this::shown) : read();
  }

  @Override
  boolean overtaken(AdminFailure refused) {
    return raw.isEmpty() && change.after().isPresent() && refused.unfit();
  }

  @Override
  Optional<StepResult.Refused> veto(Optional<Content> now) {
    return Optional.empty();
  }

  @Override
  StepResult.Refused moved(Optional<Content> now) {
    boolean ours =
        raw.map(node -> Trees.items(Trees.field(node, "tags")))
            .map(tags -> tags.contains(Node.text(KongNames.TAG)))
            .orElse(true);
    return ours
        ? lost(
            KongErrorCode.ENTITY_MOVED, change.key() + " is no longer what the plan was made from")
        : lost(
            KongErrorCode.FOREIGN_ENTITY,
            change.key()
                + " is there, is not what the plan was made from and is not tagged as ours");
  }

  @Override
  Problem scrubbed(Problem problem) {
    return new Problem(
        problem.code(),
        problem.kind(),
        filling.scrubbed(problem.message()),
        problem.path(),
        problem.value(),
        problem.nextStep());
  }

  /**
   * The top-level fields that differ. PATCH stores a null as null and not as the default, so what
   * goes is replaced by the default the node's schema gives it, if any.
   */
  private Node.Obj difference(Node now, Node wanted) {
    var completed =
        root(dialect.canonicalise(change.key(), new Content.Tree(wanted))).orElse(wanted);
    var fields = new TreeMap<String, Node>();
    var old = ((Node.Obj) now).fields();
    ((Node.Obj) wanted)
        .fields()
        .forEach(
            (name, value) -> {
              if (!value.equals(old.get(name))) {
                fields.put(
                    name, merging(old.get(name), Trees.field(completed, name).orElse(value)));
              }
            });
    old.keySet().stream()
        .filter(name -> Trees.field(wanted, name).isEmpty())
        .forEach(name -> fields.put(name, Trees.field(completed, name).orElseGet(Node::nothing)));
    return new Node.Obj(fields);
  }

  /** PATCH merges records: what goes out of one has to be named. */
  private static Node merging(@Nullable Node old, Node next) {
    if (!(old instanceof Node.Obj before) || !(next instanceof Node.Obj after)) {
      return next;
    }
    var fields = new TreeMap<>(after.fields());
    before.fields().keySet().forEach(name -> fields.putIfAbsent(name, Node.nothing()));
    return new Node.Obj(fields);
  }

  private static Optional<Node> root(NativeObject object) {
    return root(object.content());
  }

  private static Optional<Node> root(Content content) {
    return content instanceof Content.Tree tree ? Optional.of(tree.root()) : Optional.empty();
  }
}
