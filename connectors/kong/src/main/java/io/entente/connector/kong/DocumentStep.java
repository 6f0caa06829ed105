package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Map;
import java.util.Optional;

/**
 * A step on the document of a Kong without database: our elements are put into the document as the
 * node has it now, with the secrets of others in it, and the whole is loaded.
 *
 * <p>Kong offers no compare-and-set here. What others load between our read and our write is lost
 * to them; the window is one call wide, and a change of theirs that meets it is reported.
 */
final class DocumentStep extends StepRun {

  private static final int LIST_ERRORS = 1;

  private final AdminApi admin;
  private final Secrets secrets;
  private final GatewayProfile profile;
  private final Change change;
  private final Map<Node.Pending, Node> known;
  private Optional<LoadedDocument.Document> document = Optional.empty();
  private Optional<Filling> filling = Optional.empty();

  DocumentStep(
      AdminApi admin,
      Secrets secrets,
      GatewayProfile profile,
      Dialect dialect,
      Change change,
      Map<Node.Pending, Node> known) {
    super(change.key(), new Precondition(dialect, change));
    this.admin = admin;
    this.secrets = secrets;
    this.profile = profile;
    this.change = change;
    this.known = known;
  }

  @Override
  Optional<Content> read() throws AdminFailure {
    document = Optional.of(new LoadedDocument(admin, secrets, profile.schema()).get());
    return document.map(LoadedDocument.Document::shown);
  }

  @Override
  void write() throws AdminFailure {
    var now = document.orElseThrow();
    var values = new Filling(secrets, now.edge(), known);
    filling = Optional.of(values);
    var current = NativeObject.foreign(change.key(), new Content.Tree(now.raw()));
    var merged = ClaimMerge.apply(Optional.of(current), values.change(change));
    Node body =
        merged.isPresent() && merged.get() instanceof Content.Tree tree
            ? tree.root()
            : Node.obj(Map.of("_format_version", Node.text("3.0")));
    var missing = values.missing(body, NodePath.root());
    if (missing.isPresent()) {
      throw missing.get();
    }
    admin.write("POST /config", () -> admin.declarative().postConfig(body, LIST_ERRORS));
  }

  @Override
  Optional<Content> written() throws AdminFailure {
    return read();
  }

  @Override
  boolean overtaken(AdminFailure refused) {
    return false;
  }

  @Override
  Optional<StepResult.Refused> veto(Optional<Content> now) {
    boolean allowed = "allow".equals(profile.settings().get(KongConfig.FOREIGN_CONTROLLERS));
    if (allowed || now.isEmpty()) {
      return Optional.empty();
    }
    var object = NativeObject.foreign(change.key(), now.get());
    return ForeignControllers.owners(object, profile).stream()
        .findFirst()
        .map(
            owner ->
                new StepResult.Refused(
                    FailureClass.UNSUPPORTED,
                    Problem.user(
                        KongErrorCode.FOREIGN_CONTROLLER,
                        "The configuration belongs to "
                            + owner.kind().label()
                            + " ("
                            + owner.evidence()
                            + "), which would overwrite "
                            + owner.whatItWouldOverwrite(),
                        change.key().toString(),
                        "Make the change through that controller, or set "
                            + KongConfig.FOREIGN_CONTROLLERS
                            + " to allow.")));
  }

  @Override
  StepResult.Refused moved(Optional<Content> now) {
    return lost(
        KongErrorCode.ENTITY_MOVED,
        "Our part of " + change.key() + " is no longer what the plan was made from");
  }

  @Override
  Problem scrubbed(Problem problem) {
    return new Problem(
        problem.code(),
        problem.kind(),
        filling.map(f -> f.scrubbed(problem.message())).orElse(problem.message()),
        problem.path(),
        problem.value(),
        problem.nextStep());
  }
}
