package io.entente.translator.apigee.reverse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.ProblemException;
import io.entente.translator.apigee.dialect.BundleParts;
import io.entente.translator.apigee.dialect.Xml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A bundle of which the bytes are at hand.
 *
 * @param policies root elements by the name a Step calls them by
 * @param files of the policies, by the same names
 * @param runs every Step, in the order of the files
 * @param faultRules how many its endpoints have
 * @param resources texts of those that are ours, by the address that policies name them by
 */
record BundleText(
    SortedMap<String, Element> policies,
    SortedMap<String, Hash> files,
    List<Run> runs,
    int faultRules,
    SortedMap<String, String> resources) {

  private static final Pattern POLICY =
      Pattern.compile("(?:apiproxy|sharedflowbundle)/policies/[^/]+\\.xml");
  private static final Pattern FLOW =
      Pattern.compile(
          "apiproxy/(?:proxies|targets)/[^/]+\\.xml|sharedflowbundle/sharedflows/[^/]+\\.xml");

  private static final Pattern RESOURCE =
      Pattern.compile("(?:apiproxy|sharedflowbundle)/resources/([a-z]+)/(entente-[^/]+)");

  BundleText {
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    runs = List.copyOf(runs);
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** Empty when bytes of it are missing, or its parts do not make a bundle. */
  static Optional<BundleText> of(Content.Files content, Map<Hash, Blob> blobs) {
    var parts = new TreeMap<String, Blob>();
    for (var entry : content.entries().entrySet()) {
      Blob blob = blobs.get(entry.getValue());
      if (blob != null) {
        parts.put(entry.getKey(), blob);
      } else if (needed(entry.getKey())) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(read(BundleParts.join(parts)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** The same, run by a hook on the way to the target or back. */
  BundleText onRequest(boolean request) {
    return new BundleText(
        policies,
        files,
        runs.stream().map(run -> run.onRequest(request)).toList(),
        faultRules,
        resources);
  }

  private static boolean needed(String file) {
    return POLICY.matcher(file).matches()
        || FLOW.matcher(file).matches()
        || RESOURCE.matcher(file).matches()
        || file.contains("!/");
  }

  private static BundleText read(SortedMap<String, Blob> raw) {
    var policies = new TreeMap<String, Element>();
    var files = new TreeMap<String, Hash>();
    var flows = new FlowsReader();
    var resources = new TreeMap<String, String>();
    raw.forEach(
        (file, blob) -> {
          Matcher resource = RESOURCE.matcher(file);
          if (resource.matches()) {
            resources.put(
                resource.group(1) + "://" + resource.group(2), new String(blob.bytes(), UTF_8));
          } else if (POLICY.matcher(file).matches()) {
            Xml.readBounded(blob.bytes())
                .ifPresent(
                    root -> {
                      String name = root.getAttribute("name");
                      policies.put(name, root);
                      files.put(name, blob.hash());
                    });
          } else if (FLOW.matcher(file).matches()) {
            Xml.readBounded(blob.bytes()).ifPresent(root -> flows.file(file, root));
          }
        });
    return new BundleText(
        policies, files, new ArrayList<>(flows.runs()), flows.faultRules(), resources);
  }
}
