package io.entente.translator.kong.emit;

import io.entente.model.event.Recording;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a gateway posts traffic events.
 *
 * @param url of the hub
 * @param token what the gateway shows there
 */
public record Ingest(String url, Node.Secret token) {

  public static final String URL = "ingest.url";
  public static final String TOKEN = "ingest.token.ref";
  public static final String FINGERPRINT = "ingest.token.fingerprint";

  /**
   * Where exchanges of a recording go. It is a part of the path: http-log leaves out a query, and
   * instances that differ in their headers alone share a queue.
   */
  public String url(Recording recording) {
    return recording.equals(Recording.ALL) ? url : url + "/" + recording.word();
  }

  /** Empty unless all three settings are there. */
  public static Optional<Ingest> read(SortedMap<String, String> settings) {
    String url = settings.get(URL);
    String ref = settings.get(TOKEN);
    String fingerprint = settings.get(FINGERPRINT);
    return url == null || ref == null || fingerprint == null
        ? Optional.empty()
        : Optional.of(
            new Ingest(url, new Node.Secret(new SecretRef(ref), new Fingerprint(fingerprint))));
  }
}
