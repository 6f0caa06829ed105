package io.entente.connector.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header that opens a protected Admin API, as JSON such as {@code {"type": "kong_admin_token",
 * "token": "…"}}. Its token is never repeated, whatever is wrong with it.
 *
 * @param header the header's name
 * @param token the header's value
 */
public record KongCredential(String header, String token) {

  /** The only kind there is. */
  public static final String TYPE = "kong_admin_token";

  /** Where Kong Enterprise looks. */
  public static final String USUAL_HEADER = "Kong-Admin-Token";

  /** Bytes of the JSON; no token that a proxy lets pass is as long. */
  public static final int LARGEST = 16 << 10;

  private static final TreeLimits LIMITS = new TreeLimits(LARGEST, 4);
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final Pattern TOKEN =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** Those that say where a request goes and how long it is. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  public KongCredential {
    if (!usable(header)) {
      throw new IllegalArgumentException("'" + header + "' is no header for a token");
    }
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("the token is empty or not of printable ASCII");
    }
  }

  /**
   * Reads one.
   *
   * @throws ProblemException CREDENTIAL_INVALID, every problem of it
   */
  public static KongCredential read(String json) {
    if (!(tree(json) instanceof Node.Obj root)) {
      throw new ProblemException(wrong("", "It is no JSON object."));
    }
    List<Problem> problems = new ArrayList<>();
    for (String field : root.fields().keySet()) {
      if (!Set.of("type", "header", "token").contains(field)) {
        // Not repeated: who mistypes a field may have typed the token.
        problems.add(wrong("", "It holds a field that is none of type, header and token."));
      }
    }
    if (!Trees.text(root, "type").equals(Optional.of(TYPE))) {
      problems.add(wrong("type", "This must be " + TYPE + "."));
    }
    Optional<String> header =
        root.field("header").isEmpty() ? Optional.of(USUAL_HEADER) : Trees.text(root, "header");
    if (header.filter(KongCredential::usable).isEmpty()) {
      problems.add(wrong("header", "This is no name of a header that may hold a token."));
    }
    Optional<String> token = Trees.text(root, "token");
    if (token.filter(text -> TOKEN.matcher(text).matches()).isEmpty()) {
      problems.add(wrong("token", "This must be a token of printable ASCII."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new KongCredential(header.orElseThrow(), token.orElseThrow());
  }

  /** Without the token: records are printed by accident. */
  @Override
  public String toString() {
    return "KongCredential[" + header + "]";
  }

  private static boolean usable(String header) {
    return HEADER.matcher(header).matches() && !NOT_OURS.contains(header.toLowerCase(Locale.ROOT));
  }

  private static Node tree(String json) {
    try {
      return JsonTree.read(json, LIMITS);
    } catch (ProblemException e) {
      // Not repeated: what a reader says of broken JSON may hold a part of it.
      throw new ProblemException(wrong("", "It is no JSON, or too large."));
    }
  }

  private static Problem wrong(String path, String what) {
    return Problem.user(
        "CREDENTIAL_INVALID",
        "The credential cannot be used. " + what,
        path,
        "Send {\"type\": \"" + TYPE + "\", \"header\": \"" + USUAL_HEADER + "\", \"token\": …}.");
  }
}
