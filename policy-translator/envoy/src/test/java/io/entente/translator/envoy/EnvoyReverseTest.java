package io.entente.translator.envoy;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.envoy.reverse.EnvoyReverse;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.testkit.ReverseContract;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

public class EnvoyReverseTest extends ReverseContract {

  private static final Set<String> NAMED = Set.of("policies", "providers", "requirement_map");
  private static final Set<String> NAMES = Set.of("requirement_name", "provider_name");

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
    // what is masked by being left out is nothing to be read
    return !said.kind().equals("logMasking")
        && said.fields().stream()
            .flatMap(field -> field.deviations().stream())
            .noneMatch(deviation -> deviation.code().equals("observe-statistic"));
  }

  /**
   * A filter that only counts is no policy, so the routes that have one are not said whole, nor is
   * the listener, which has an instance for it. A cluster that policies shaped is said by what is
   * found on its routes.
   */
  @Override
  protected boolean expressed(ObjectKey key, Translation translation) {
    return key.nativeId().startsWith("api.") && ofApiAlone(translation.objects().get(key))
        || translation.fidelity().entries().stream()
            .filter(said -> !said.kind().equals("logMasking"))
            .allMatch(this::acts);
  }

  private static boolean ofApiAlone(NativeObject object) {
    return object.claims().stream()
        .flatMap(claim -> claim.sources().stream())
        .noneMatch(source -> source instanceof ClaimSource.OfPolicy);
  }

  /** Rules and providers bear the name of their policy, for statistics and for routes. */
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
    if (NAMED.contains(within)) {
      return Node.arr(message.fields().values().stream().map(value -> unnamed("", value)).toList());
    }
    var fields = new TreeMap<String, Node>();
    for (Map.Entry<String, Node> field : message.fields().entrySet()) {
      fields.put(
          field.getKey(),
          NAMES.contains(field.getKey())
              ? Node.nothing()
              : unnamed(field.getKey(), field.getValue()));
    }
    return Node.obj(fields);
  }
}
