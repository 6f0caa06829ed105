package io.entente.connector.apigee;

import io.entente.model.nativeobject.Blob;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A bundle's manifest without what Apigee itself writes into it at each import: its revision
 * number, who made it and when. Everything else stays byte for byte.
 */
final class ManifestText {

  private static final Pattern REVISION =
      Pattern.compile("(<(?:APIProxy|SharedFlowBundle)\\b[^>]*?)\\s+revision\\s*=\\s*\"[^\"]*\"");
  private static final Pattern STAMP =
      Pattern.compile(
          "\\s*<(CreatedAt|CreatedBy|LastModifiedAt|LastModifiedBy)\\b[^>]*?(?:/>|>[^<]*</\\1>)");

  private ManifestText() {}

  /** The only XML file directly in the bundle's folder. */
  static boolean is(String file, BundleKind kind) {
    String folder = kind.folder() + "/";
    return file.startsWith(folder)
        && file.endsWith(".xml")
        && file.indexOf('/', folder.length()) < 0;
  }

  static Blob plain(Blob manifest) {
    String text = new String(manifest.bytes(), StandardCharsets.ISO_8859_1);
    String plain = STAMP.matcher(REVISION.matcher(text).replaceFirst("$1")).replaceAll("");
    return plain.equals(text) ? manifest : Blob.of(plain.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** All files, with the manifest plain. */
  static SortedMap<String, Blob> plain(SortedMap<String, Blob> files, BundleKind kind) {
    var plain = new TreeMap<String, Blob>();
    files.forEach((name, blob) -> plain.put(name, is(name, kind) ? plain(blob) : blob));
    return plain;
  }
}
