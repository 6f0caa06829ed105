package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of a bundle that others wrote. */
final class Foreign {

  private Foreign() {}

  /** Files of ours in the bundle that stands there, whatever of ours it has now left out. */
  static Content.Files around(Content.Files ours, @Nullable NativeObject there) {
    if (there == null
        || ApigeeNames.isOurs(there.key().nativeId())
        || !(there.content() instanceof Content.Files files)) {
      return ours;
    }
    var all = new TreeMap<>(files.entries());
    all.keySet().removeIf(Foreign::isOurs);
    all.putAll(ours.entries());
    return new Content.Files(all);
  }

  private static boolean isOurs(String file) {
    return file.contains("!/") || ApigeeNames.isOurs(file.substring(file.lastIndexOf('/') + 1));
  }
}
