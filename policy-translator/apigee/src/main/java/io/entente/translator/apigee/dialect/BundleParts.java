package io.entente.translator.apigee.dialect;

import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of a proxy of others, in which Steps of ours are entries of their own.
 *
 * <p>An endpoint file's own entry is the file without our Steps; each Step of ours is an entry
 * {@code <file>!/<flow>/<side>/<NNN>-<policy>} whose bytes are its text. Taking apart and putting
 * together are inverses, and what others wrote passes through byte for byte.
 */
public final class BundleParts {

  private static final Pattern ENDPOINT = Pattern.compile("apiproxy/proxies/[^/]+\\.xml");
  private static final byte[] MARK = ApigeeNames.PREFIX.getBytes(StandardCharsets.US_ASCII);

  private BundleParts() {}

  /**
   * A bundle taken apart. A file that names nothing of ours is not looked into. A Step of ours that
   * others moved is found too; its text then says so, and differs from what we write.
   *
   * @throws ProblemException BUNDLE_NOT_UNDERSTOOD
   */
  public static SortedMap<String, Blob> split(SortedMap<String, Blob> raw) {
    var parts = new TreeMap<String, Blob>();
    raw.forEach(
        (name, blob) -> {
          if (name.contains("!/")) {
            throw notUnderstood(name, "has a name that holds '!/'");
          }
          if (ENDPOINT.matcher(name).matches() && mentionsUs(blob.bytes())) {
            parts.putAll(splitFile(name, blob));
          } else {
            parts.put(name, blob);
          }
        });
    return Collections.unmodifiableSortedMap(parts);
  }

  /**
   * The bundle of which these are the parts. Steps keep their order; their numbers need not be
   * without gaps.
   *
   * @throws ProblemException BUNDLE_NOT_UNDERSTOOD, also where the result could not be taken apart
   *     again into the same parts
   */
  public static SortedMap<String, Blob> join(SortedMap<String, Blob> parts) {
    var files = new TreeMap<String, Blob>();
    var steps = new TreeMap<String, Map<StepPlace, List<Blob>>>();
    parts.forEach(
        (name, blob) ->
            StepPlace.Of.read(name)
                .ifPresentOrElse(
                    of ->
                        steps
                            .computeIfAbsent(of.file(), f -> new EnumMap<>(StepPlace.class))
                            .computeIfAbsent(of.place(), p -> new ArrayList<>())
                            .add(blob),
                    () -> files.put(name, blob)));
    steps.forEach((file, places) -> files.put(file, joinFile(file, files.get(file), places)));
    return Collections.unmodifiableSortedMap(files);
  }

  private static Map<String, Blob> splitFile(String name, Blob blob) {
    var parts = new TreeMap<String, Blob>();
    var file = new EndpointText(latin(blob));
    try {
      for (int i = StepPlace.values().length - 1; i >= 0; i--) {
        StepPlace place = StepPlace.values()[i];
        int rank = 0;
        for (EndpointText.Cut cut : file.cut(place)) {
          parts.put(place.entry(name, ++rank, cut.policy()), blob(cut.text()));
        }
      }
    } catch (XmlScanner.Malformed e) {
      throw notUnderstood(name, e.what());
    }
    parts.put(name, blob(file.text()));
    return parts;
  }

  private static Blob joinFile(
      String name, @Nullable Blob foreign, Map<StepPlace, List<Blob>> places) {
    if (foreign == null) {
      throw notUnderstood(name, "is not there, and Steps of ours belong into it");
    }
    var file = new EndpointText(latin(foreign));
    try {
      for (var place : places.entrySet()) {
        file.put(place.getKey(), place.getValue().stream().map(BundleParts::latin).toList());
      }
    } catch (XmlScanner.Malformed e) {
      throw notUnderstood(name, e.what());
    }
    Blob joined = blob(file.text());
    Map<String, Blob> again = splitFile(name, joined);
    List<Blob> expected = new ArrayList<>();
    places.values().forEach(expected::addAll);
    var found = new ArrayList<Blob>();
    for (StepPlace place : places.keySet()) {
      again.forEach(
          (entry, blob) -> {
            if (StepPlace.Of.read(entry).filter(of -> of.place() == place).isPresent()) {
              found.add(blob);
            }
          });
    }
    if (!again.containsValue(foreign) || !expected.equals(found)) {
      throw notUnderstood(name, "cannot take Steps of ours so that they can be taken out again");
    }
    return joined;
  }

  private static boolean mentionsUs(byte[] bytes) {
    outer:
    for (int i = 0; i + MARK.length <= bytes.length; i++) {
      for (int j = 0; j < MARK.length; j++) {
        if (bytes[i + j] != MARK[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  private static String latin(Blob blob) {
    return new String(blob.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static Blob blob(String latin) {
    return Blob.of(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static ProblemException notUnderstood(String file, String why) {
    return new ProblemException(
        Problem.vendor(
            "BUNDLE_NOT_UNDERSTOOD",
            "File " + file + " of the bundle " + why + ".",
            file,
            "Write the endpoint as plain XML in UTF-8, without DOCTYPE, and deploy it again."));
  }
}
