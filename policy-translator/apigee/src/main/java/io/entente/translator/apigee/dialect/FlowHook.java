package io.entente.translator.apigee.dialect;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import java.util.Optional;

/** Reads and writes the document of a flow hook. */
public final class FlowHook {

  public static final String POINT = "flowHookPoint";
  public static final String SHARED_FLOW = "sharedFlow";
  public static final String CONTINUE_ON_ERROR = "continueOnError";
  public static final String DESCRIPTION = "description";

  private FlowHook() {}

  /** What is attached, ours or not. */
  public static Optional<HookDescription.Former> attached(Content content) {
    return Trees.root(content)
        .flatMap(
            hook ->
                Trees.text(hook, SHARED_FLOW)
                    .filter(flow -> !flow.isBlank())
                    .map(flow -> former(hook, flow)));
  }

  public static Optional<HookDescription> description(Content content) {
    return Trees.root(content)
        .flatMap(hook -> Trees.text(hook, DESCRIPTION))
        .flatMap(HookDescription::parse);
  }

  /** The hook with nothing attached. */
  public static Node.Obj empty(String point) {
    return Node.obj().with(POINT, Node.text(point));
  }

  /** The hook with {@code former} attached. */
  public static Node.Obj of(String point, HookDescription.Former former) {
    return empty(point)
        .with(SHARED_FLOW, Node.text(former.sharedFlow()))
        .with(CONTINUE_ON_ERROR, Node.bool(former.continueOnError()));
  }

  /** Apigee lets requests pass where nothing is said. */
  private static HookDescription.Former former(Node.Obj hook, String flow) {
    boolean go = !hook.field(CONTINUE_ON_ERROR).equals(Optional.of(Node.bool(false)));
    return new HookDescription.Former(flow, go);
  }
}
