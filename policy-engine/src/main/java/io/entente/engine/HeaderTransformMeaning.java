package io.entente.engine;

import io.entente.policy.HeaderTransform.Edit;
import java.util.List;

/** Edits done one after the other, each on what the one before left. */
final class HeaderTransformMeaning {

  private HeaderTransformMeaning() {}

  static Headers apply(List<Edit> edits, Headers headers) {
    Headers edited = headers;
    for (Edit edit : edits) {
      edited = apply(edit, edited);
    }
    return edited;
  }

  private static Headers apply(Edit edit, Headers headers) {
    if (edit instanceof Edit.Set set) {
      return headers.set(set.name(), set.value());
    }
    if (edit instanceof Edit.AddIfAbsent add) {
      return headers.addIfAbsent(add.name(), add.value());
    }
    if (edit instanceof Edit.Append append) {
      return headers.append(append.name(), append.value());
    }
    return headers.remove(edit.name());
  }
}
