package io.entente.translator;

import io.entente.model.event.Recording;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.ClientIdentity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.GatewaySecret;
import io.entente.policy.HeaderTransform;
import io.entente.policy.Jwks;
import io.entente.policy.LimitKey;
import io.entente.policy.NamedPattern;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.TokenSource;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a policy that a translation must answer for: every component of its kind, lists
 * entry by entry, and {@code mode}.
 *
 * <p>Components are listed from the record itself, so that a component added to a kind is reported
 * as not translated until an emitter takes it.
 */
public final class KindFields {

  private static final int SHOWN = 2_000;

  private KindFields() {}

  /** Field path below the kind, for example {@code window} or {@code request[0]}, to its text. */
  public static SortedMap<String, String> of(Policy policy) {
    var fields = new TreeMap<String, String>();
    PolicyKind kind = policy.spec().kind();
    for (RecordComponent component : kind.getClass().getRecordComponents()) {
      Object value = read(component, kind);
      if (value instanceof List<?> items) {
        entries(component.getName(), items, fields);
      } else if (value instanceof ConsumerAccess.Callers callers) {
        entries(component.getName() + ".consumers", callers.consumers(), fields);
        entries(component.getName() + ".groups", callers.groups(), fields);
      } else {
        fields.put(component.getName(), text(value));
      }
    }
    fields.put("mode", text(policy.spec().mode()));
    return fields;
  }

  private static void entries(String list, List<?> items, SortedMap<String, String> fields) {
    for (int i = 0; i < items.size(); i++) {
      fields.put(list + "[" + i + "]", text(items.get(i)));
    }
  }

  private static Object read(RecordComponent component, PolicyKind kind) {
    try {
      return component.getAccessor().invoke(kind);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "component " + component.getName() + " of " + kind.kindName() + " is not readable", e);
    }
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(KindFields::text).orElse("none");
    }
    if (value instanceof Jwks jwks) {
      return jwks instanceof Jwks.Url url ? url.url() : "keys " + ((Jwks.Inline) jwks).kids();
    }
    if (value instanceof ClaimRule claim) {
      return claim.name() + ": " + String.join(" | ", claim.values());
    }
    if (value instanceof ClientIdentity identity) {
      return text(identity.kind()) + ": " + identity.value();
    }
    if (value instanceof NamedPattern named) {
      return named.name() + ": " + named.pattern();
    }
    if (value instanceof GatewaySecret secret) {
      return secret.name();
    }
    if (value instanceof TokenSource from) {
      return from.header() + " " + text(from.scheme());
    }
    if (value instanceof Node document) {
      return shortened(CanonicalText.of(document));
    }
    if (value instanceof Recording recording) {
      return recording.word();
    }
    if (value instanceof LimitKey key) {
      return keyText(key);
    }
    if (value instanceof HeaderTransform.Edit edit) {
      return editText(edit);
    }
    return shortened(String.valueOf(value));
  }

  /** A document is told apart by its hash, which stands in every report of every route. */
  private static String shortened(String text) {
    return text.length() > SHOWN
        ? "%d characters, sha256 %s".formatted(text.length(), Hash.ofText(text).hex())
        : text;
  }

  private static String keyText(LimitKey key) {
    if (key instanceof LimitKey.Header header) {
      return "header:" + header.name();
    }
    return key instanceof LimitKey.ClientIp ? "clientIp" : "route";
  }

  private static String editText(HeaderTransform.Edit edit) {
    if (edit instanceof HeaderTransform.Edit.Set set) {
      return "set " + set.name() + ": " + set.value();
    }
    if (edit instanceof HeaderTransform.Edit.AddIfAbsent add) {
      return "addIfAbsent " + add.name() + ": " + add.value();
    }
    if (edit instanceof HeaderTransform.Edit.Append append) {
      return "append " + append.name() + ": " + append.value();
    }
    return "remove " + edit.name();
  }
}
