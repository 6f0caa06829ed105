package io.entente.translator.envoy;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.envoy.reverse.EnvoyReverse;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.testkit.ReverseContract;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class EnvoyReverseTest extends ReverseContract {

  @Override
  protected Translator translator() {
    return new EnvoyTranslator();
  }

  @Override
  protected Reverse reverse() {
    return new EnvoyReverse();
  }

  @Override
  protected TranslationRequest request(String request) {
    return Requests.read(request);
  }

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    return RandomPolicies.request(policies);
  }

  @Override
  protected Policy any(Random random) {
    return RandomPolicies.any(random);
  }

  @Override
  protected boolean acts(PolicyFidelity said) {
    return said.fields().stream()
        .flatMap(field -> field.deviations().stream())
        .noneMatch(deviation -> deviation.code().equals("observe-statistic"));
  }

  /**
   * A filter that only counts is no policy, so the routes that have one are not said whole, nor is
   * the listener, which has an instance for it.
   */
  @Override
  protected boolean expressed(ObjectKey key, Translation translation) {
    return key.kind().equals(EnvoyKinds.CLUSTER)
        || translation.fidelity().entries().stream().allMatch(this::acts);
  }

  /** Rules of addresses bear the name of their policy, for statistics. */
  @Override
  protected Object document(NativeObject object) {
    return ((Content.Tree) object.content()).root() instanceof Node.Obj root
        ? unnamed("", root)
        : object.content();
  }

  private static Node unnamed(String within, Node node) {
    if (node instanceof Node.Arr list) {
      return Node.arr(list.items().stream().map(item -> unnamed(within, item)).toList());
    }
    if (!(node instanceof Node.Obj message)) {
      return node;
    }
    if (within.equals("policies")) {
      return Node.arr(message.fields().values().stream().toList());
    }
    var fields = new TreeMap<String, Node>();
    for (Map.Entry<String, Node> field : message.fields().entrySet()) {
      fields.put(field.getKey(), unnamed(field.getKey(), field.getValue()));
    }
    return Node.obj(fields);
  }
}
