package io.entente.connector.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle's manifest, which Apigee may write anew at each import: with a revision number, times,
 * and lists of what the bundle holds.
 *
 * <p>A manifest of others is shown without all that. One of ours carries the hash of what we wrote
 * in its description, which Apigee keeps, and is shown as that.
 */
final class ManifestText {

  private static final String DERIVED =
      "CreatedAt|CreatedBy|LastModifiedAt|LastModifiedBy|ConfigurationVersion|ManifestVersion"
          + "|Policies|ProxyEndpoints|TargetEndpoints|TargetServers|Resources|SharedFlows|Basepaths"
          + "|subType";
  private static final Pattern REVISION =
      Pattern.compile("(<(?:APIProxy|SharedFlowBundle)\\b[^>]*?)\\s+revision\\s*=\\s*\"[^\"]*\"");
  private static final Pattern ELEMENT =
      Pattern.compile("<(" + DERIVED + ")\\b[^>]*?(?:/>|>(?s:.*?)</\\1>)");
  private static final Pattern HEAD = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
  private static final Pattern MARK = Pattern.compile("\\s?\\[entente ([0-9a-f]{64})\\]");
  private static final Pattern EMPTY = Pattern.compile("<Description\\s*/>");
  private static final Pattern ROOT =
      Pattern.compile("(<(APIProxy|SharedFlowBundle)\\b[^>]*?)\\s*(/?)>");

  private ManifestText() {}

  /** The only XML file directly in the bundle's folder. */
  static boolean is(String file, BundleKind kind) {
    String folder = kind.folder() + "/";
    return file.startsWith(folder)
        && file.endsWith(".xml")
        && file.indexOf('/', folder.length()) < 0;
  }

  /**
   * What others said in it. Two manifests that are alike here differ only by Apigee's additions.
   */
  static Blob plain(Blob manifest) {
    String text = REVISION.matcher(text(manifest)).replaceFirst("$1");
    String bare = ELEMENT.matcher(HEAD.matcher(text).replaceFirst("")).replaceAll("");
    return blob(bare.replaceAll(">\\s+<", "><").strip());
  }

  /** All files, with the manifest plain. */
  static SortedMap<String, Blob> plain(SortedMap<String, Blob> files, BundleKind kind) {
    var plain = new TreeMap<String, Blob>();
    files.forEach((name, blob) -> plain.put(name, is(name, kind) ? plain(blob) : blob));
    return plain;
  }

  /** What we wrote, as the manifest says itself. */
  static Optional<Hash> written(Blob manifest) {
    Matcher mark = MARK.matcher(text(manifest));
    return mark.find() ? Optional.of(new Hash(mark.group(1))) : Optional.empty();
  }

  /** A manifest of ours with its own hash in its description; without, where it is no manifest. */
  static Blob marked(Blob manifest) {
    String mark = "[entente " + manifest.hash().hex() + "]";
    String text = EMPTY.matcher(text(manifest)).replaceFirst("<Description></Description>");
    int end = text.indexOf("</Description>");
    if (end >= 0) {
      return blob(text.substring(0, end) + " " + mark + text.substring(end));
    }
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      return manifest;
    }
    String close = root.group(3).isEmpty() ? "" : "</" + root.group(2) + ">";
    return blob(
        text.substring(0, root.start())
            + root.group(1)
            + "><Description>"
            + mark
            + "</Description>"
            + close
            + text.substring(root.end()));
  }

  private static String text(Blob manifest) {
    return new String(manifest.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static Blob blob(String latin) {
    return Blob.of(latin.getBytes(StandardCharsets.ISO_8859_1));
  }
}
