package io.entente.connector.apigee;

import io.entente.connector.spi.Blobs;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.BundleParts;
import io.entente.translator.apigee.dialect.EndpointFacts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Downloads bundles and shows them the way the hub keeps them; a revision that was seen is not
 * downloaded again as long as nothing of its proxy or flow was changed. Safe between threads.
 */
final class Bundles {

  private static final int MOST_SEEN = 5_000;

  private final BundleCalls calls;
  private final Blobs blobs;
  private final BundleSecrets secrets;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST_SEEN;
        }
      };

  /** A bundle with the mark of the token it was looked at with. */
  private record Seen(SeenBundle bundle, String mark) {}

  Bundles(BundleCalls calls, Blobs blobs, BundleSecrets secrets) {
    this.calls = calls;
    this.blobs = blobs;
    this.secrets = secrets;
  }

  BundleCalls calls() {
    return calls;
  }

  /** The bundle of a revision, its files kept. */
  SeenBundle seen(BundleEntity entity, String revision) throws ApigeeFailure {
    // A proxy that was deleted and made again begins at revision 1 again.
    String key =
        String.join(" ", entity.name(), revision, entity.createdAt(), entity.lastModifiedAt());
    Optional<Seen> known;
    synchronized (seen) {
      known = Optional.ofNullable(seen.get(key));
    }
    // Where a token of ours may be in it, it is looked at again once the token is another one.
    if (known.isPresent()
        && (!known.get().bundle().holdsOurs() || known.get().mark().equals(secrets.mark()))) {
      return known.get().bundle();
    }
    var shown = shown(entity.name(), download(entity.name(), revision));
    String mark = shown.holdsOurs() ? secrets.mark() : "";
    synchronized (seen) {
      seen.put(key, new Seen(shown, mark));
    }
    return shown;
  }

  /** The files as Apigee has them, secrets included: never to be handed on. */
  SortedMap<String, Blob> download(String name, String revision) throws ApigeeFailure {
    try {
      return SafeUnzip.open(calls.archive(name, revision), calls.kind().folder());
    } catch (ProblemException e) {
      Problem problem = e.problems().get(0);
      throw new ApigeeFailure(
          200,
          FailureClass.FIX_CONFIG,
          Problem.vendor(
              problem.code(),
              calls.kind().path() + "/" + name + " revision " + revision + ": " + problem.message(),
              calls.kind().path() + "/" + name,
              problem.nextStep()),
          false);
    }
  }

  /**
   * The archive to import so that it shows as {@code wanted}: files that change come from what is
   * kept, all others from {@code now}.
   *
   * @param now the files of what is deployed; empty when nothing is
   * @throws ApigeeFailure FILE_MISSING or about secrets
   * @throws ProblemException BUNDLE_NOT_UNDERSTOOD
   */
  byte[] archive(String name, SortedMap<String, Blob> now, Content.Files wanted)
      throws ApigeeFailure {
    SortedMap<String, Blob> current = parts(name, now);
    var parts = new TreeMap<String, Blob>();
    for (var file : wanted.entries().entrySet()) {
      var same =
          Optional.ofNullable(current.get(file.getKey()))
              .filter(blob -> blob.hash().equals(file.getValue()));
      parts.put(
          file.getKey(),
          same.or(() -> blobs.get(file.getValue()))
              .orElseThrow(() -> missing(name, file.getKey())));
    }
    var files = new TreeMap<>(split(name) ? BundleParts.join(parts) : parts);
    if (ApigeeNames.isOurs(name)) {
      files.replaceAll(
          (file, blob) -> ManifestText.is(file, calls.kind()) ? ManifestText.marked(blob) : blob);
    } else {
      now.forEach((file, blob) -> keepManifest(files, file, blob));
    }
    return DeterministicZip.of(secrets.filled(files));
  }

  /** As it is there, with what Apigee wrote into it, unless we want another one. */
  private void keepManifest(SortedMap<String, Blob> files, String file, Blob now) {
    if (ManifestText.is(file, calls.kind())) {
      Blob plain = ManifestText.plain(now);
      files.computeIfPresent(file, (name, wanted) -> plain.equals(wanted) ? now : wanted);
    }
  }

  private SeenBundle shown(String name, SortedMap<String, Blob> raw) {
    SortedMap<ObjectKey, Node.Obj> endpoints = Collections.emptySortedMap();
    Optional<Problem> why = Optional.empty();
    if (split(name)) {
      try {
        endpoints = EndpointFacts.of(name, raw);
      } catch (ProblemException e) {
        why = Optional.of(e.problems().get(0));
      }
    }
    SortedMap<String, Blob> parts;
    try {
      parts = parts(name, raw);
    } catch (ProblemException e) {
      // Shown as it is: our Steps are then not found in it, which is what is to be told.
      parts = plain(raw);
      why = Optional.of(e.problems().get(0));
    }
    blobs.keep(parts.values());
    var entries = new TreeMap<String, Hash>();
    parts.forEach((file, blob) -> entries.put(file, blob.hash()));
    if (ApigeeNames.isOurs(name)) {
      raw.forEach(
          (file, blob) -> {
            if (ManifestText.is(file, calls.kind())) {
              ManifestText.written(blob).ifPresent(hash -> entries.put(file, hash));
            }
          });
    }
    return new SeenBundle(new Content.Files(entries), endpoints, why);
  }

  private SortedMap<String, Blob> parts(String name, SortedMap<String, Blob> raw) {
    return split(name) ? BundleParts.split(plain(raw)) : plain(raw);
  }

  private SortedMap<String, Blob> plain(SortedMap<String, Blob> raw) {
    return secrets.hidden(ManifestText.plain(raw, calls.kind()));
  }

  /** Only proxies of others hold parts of ours between theirs. */
  private boolean split(String name) {
    return calls.kind() == BundleKind.PROXY && !ApigeeNames.isOurs(name);
  }

  private ApigeeFailure missing(String name, String file) {
    return ApigeeFailure.unsent(
        FailureClass.FIX_CONFIG,
        Problem.internal(
            ApigeeErrorCode.FILE_MISSING,
            "The bytes of " + file + " of " + name + " are not kept on this hub",
            "Refresh the gateway and plan again."));
  }
}
