package io.entente.cli.offline;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.BundleParts;
import io.entente.translator.apigee.dialect.EndpointFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bundles of proxies and of shared flows, each taken to be deployed. */
final class ApigeeEstate {

  private static final Pattern WITHIN =
      Pattern.compile("(?<before>(?:.*/)?)(?<folder>apiproxy|sharedflowbundle)/(?<rest>.+)");

  private final TreeMap<ObjectKey, NativeObject> objects = new TreeMap<>();
  private final Set<Blob> blobs = new HashSet<>();

  private ApigeeEstate() {}

  /**
   * @throws ProblemException NOT_A_BUNDLE, BUNDLE_WITHOUT_NAME, BUNDLE_NOT_UNDERSTOOD
   */
  static Estate of(List<EstateSource> sources) {
    var estate = new ApigeeEstate();
    sources.forEach(estate::source);
    return new Estate(estate.objects, estate.blobs, List.of());
  }

  /** A source may hold several bundles, each in a folder of its own. */
  private void source(EstateSource source) {
    var bundles = new TreeMap<String, SortedMap<String, Blob>>();
    source
        .files()
        .forEach(
            (path, blob) -> {
              Matcher within = WITHIN.matcher(path);
              if (within.matches()) {
                String folder = within.group("folder");
                bundles
                    .computeIfAbsent(within.group("before") + folder, b -> new TreeMap<>())
                    .put(folder + "/" + within.group("rest"), blob);
              }
            });
    if (bundles.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NOT_A_BUNDLE",
              "There is no folder apiproxy and no folder sharedflowbundle in it.",
              "-f",
              source.name(),
              "Name the archive or the folder of a bundle."));
    }
    bundles.forEach((place, files) -> bundle(source.name(), place, files));
  }

  private void bundle(String source, String place, SortedMap<String, Blob> files) {
    boolean proxy = place.endsWith("apiproxy");
    String folder = proxy ? "apiproxy/" : "sharedflowbundle/";
    String name =
        files.keySet().stream()
            .filter(file -> file.matches(Pattern.quote(folder) + "[^/]+\\.xml"))
            .findFirst()
            .map(file -> file.substring(folder.length(), file.length() - ".xml".length()))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.user(
                            "BUNDLE_WITHOUT_NAME",
                            "The bundle has no file " + folder + "NAME.xml, which names it.",
                            source,
                            place,
                            "Add the file that Apigee writes there.")));
    if (proxy) {
      put(ApigeeKinds.APIS, name, ApigeeNames.isOurs(name) ? files : BundleParts.split(files));
      put(ApigeeKinds.API_METADATA, name, Node.obj());
      EndpointFacts.of(name, files).forEach((key, tree) -> put(key.kind(), key.nativeId(), tree));
    } else {
      put(ApigeeKinds.SHAREDFLOWS, name, files);
    }
  }

  private void put(String kind, String id, Node.Obj tree) {
    put(new ObjectKey(kind, id), new Content.Tree(tree));
  }

  private void put(String kind, String id, SortedMap<String, Blob> files) {
    var entries = new TreeMap<String, Hash>();
    files.forEach(
        (name, blob) -> {
          blobs.add(blob);
          entries.put(name, blob.hash());
        });
    put(new ObjectKey(kind, id), new Content.Files(entries));
  }

  private void put(ObjectKey key, Content content) {
    if (objects.putIfAbsent(key, NativeObject.foreign(key, content)) != null) {
      throw new ProblemException(
          Problem.user(
              "BUNDLE_TWICE",
              "What was read holds two bundles of one name.",
              key.kind(),
              key.nativeId(),
              "Take one of the two out."));
    }
  }
}
